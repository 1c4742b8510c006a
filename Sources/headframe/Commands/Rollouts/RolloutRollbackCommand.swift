import ArgumentParser
import Domain

/// `headframe rollout rollback`.
struct RolloutRollbackCommand: RolloutDeciding {
    static let configuration = CommandConfiguration(
        commandName: "rollback", abstract: "End a rollout because its canary harms.")
    static let verb = RolloutCommand.Verb.rollback

    @OptionGroup var options: RolloutDecisionOptions
}
