import ArgumentParser
import Domain
import Glibc
import Reports

/// `headframe rollout wait`: waits for the end of a rollout, for CI.
struct RolloutWaitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wait",
        abstract:
            "Wait for the end: ends with 0 when completed, 1 when rolled back or aborted, 2 when time is over, 3 when held."
    )

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("The rollout.", valueName: "id"))
    var id: String

    @Option(help: ArgumentHelp("For how long to wait at most.", valueName: "time"))
    var timeout = "1h"

    func run() throws {
        var exit: ProgramExit?
        try ProgramError.reporting {
            guard let length = TimeText.length(timeout) else {
                throw ValidationError("--timeout must be a length of time such as 30s, 10m or 2h")
            }
            let clock = ContinuousClock()
            let deadline = clock.now + .nanoseconds(length.count)
            let reader = try store.open()
            while true {
                let detail = try reader.detail(of: id, at: SystemClock().now())
                if let end = Self.end(detail.rollout.phase) ?? (clock.now >= deadline ? .some(.undecided) : nil) {
                    StandardOutput.write(RolloutReport.line(detail.rollout))
                    exit = end
                    return
                }
                usleep(500_000)
            }
        }
        if let exit { throw ExitCode(exit.rawValue) }
    }

    /// With what it ends in this phase; nil while there is something to wait for, a nil inside when all went well.
    private static func end(_ phase: RolloutPhase) -> ProgramExit?? {
        switch phase {
        case .running, .waitingForApproval: nil
        case .held: .some(.held)
        case .completed: .some(nil)
        case .rolledBack, .aborted, .superseded: .some(.no)
        }
    }
}
