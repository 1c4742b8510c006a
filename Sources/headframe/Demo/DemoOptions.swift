import ArgumentParser
import Domain
import Simulator

/// What the demo shows.
struct DemoOptions: ParsableArguments {
    @Option(help: ArgumentHelp("What happens: \(Scenario.all.map(\.name).joined(separator: ", ")).", valueName: "name"))
    var scenario: String = "slow-canary"

    @Option(help: ArgumentHelp("How much faster than the real one the telemetry's time runs.", valueName: "factor"))
    var speed: Double = 1

    @Option(help: ArgumentHelp("The same seed gives the same traffic.", valueName: "number"))
    var seed: UInt64 = 7

    @Option(
        help: ArgumentHelp(
            "How far back the charts are filled in first: 1h, 24h; what the scenario needs when not given.",
            valueName: "length"))
    var history: String?

    /// How far back the history goes; nil when that is not said as it must be.
    var historyLength: Nanoseconds? {
        guard let history else { return Scenario(named: scenario)?.history ?? .hours(24) }
        return TimeText.length(history).flatMap { $0 <= .days(7) ? $0 : nil }
    }

    func validate() throws {
        guard historyLength != nil else {
            throw ValidationError("--history \(history ?? ""): write a length of at most 7d, such as 1h or 24h.")
        }
        guard speed >= 1, speed <= 1000 else { throw ValidationError("--speed must lie between 1 and 1000.") }
    }
}
