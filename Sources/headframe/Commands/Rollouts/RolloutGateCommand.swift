import ArgumentParser
import Domain
import Reports

/// `headframe rollout gate`: whether the gates of a rollout have passed, for CI.
struct RolloutGateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gate",
        abstract: "Whether the gates have passed: ends with 0 when all have, 1 when one fails, 2 while undecided.")

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("The rollout.", valueName: "id"))
    var id: String

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        var exit: ProgramExit?
        try ProgramError.reporting {
            let detail = try store.open().detail(of: id, at: SystemClock().now())
            StandardOutput.write(RolloutReport.gates(detail, json: json))
            let verdicts = (detail.standing?.gates ?? []).filter(\.isRequired).map(\.verdict)
            if detail.rollout.phase == .rolledBack || verdicts.contains(where: { $0 == .fail || $0 == .incomparable }) {
                exit = .no
            } else if verdicts.isEmpty || !verdicts.allSatisfy({ $0 == .pass }) {
                exit = detail.rollout.phase == .completed ? nil : .undecided
            }
        }
        if let exit { throw ExitCode(exit.rawValue) }
    }
}
