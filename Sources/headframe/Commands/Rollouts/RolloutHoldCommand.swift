import ArgumentParser
import Domain

/// `headframe rollout hold`.
struct RolloutHoldCommand: RolloutDeciding {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Have nothing go on until it is resumed.")
    static let verb = RolloutCommand.Verb.hold

    @OptionGroup var options: RolloutDecisionOptions
}
