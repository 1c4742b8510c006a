import ArgumentParser
import Simulator

/// What the demo shows.
struct DemoOptions: ParsableArguments {
    @Option(help: ArgumentHelp("What happens: \(Scenario.all.map(\.name).joined(separator: ", ")).", valueName: "name"))
    var scenario: String = "slow-canary"

    @Option(help: ArgumentHelp("How much faster than the real one the telemetry's time runs.", valueName: "factor"))
    var speed: Double = 1

    @Option(help: ArgumentHelp("The same seed gives the same traffic.", valueName: "number"))
    var seed: UInt64 = 7

    func validate() throws {
        guard speed >= 1, speed <= 1000 else { throw ValidationError("--speed must lie between 1 and 1000.") }
    }
}
