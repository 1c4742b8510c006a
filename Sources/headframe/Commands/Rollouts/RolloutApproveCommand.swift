import ArgumentParser
import Domain

/// `headframe rollout approve`.
struct RolloutApproveCommand: RolloutDeciding {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Agree that a rollout goes on to its next step.")
    static let verb = RolloutCommand.Verb.approve

    @OptionGroup var options: RolloutDecisionOptions
}
