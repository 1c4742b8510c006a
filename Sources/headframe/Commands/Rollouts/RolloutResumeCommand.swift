import ArgumentParser
import Domain

/// `headframe rollout resume`.
struct RolloutResumeCommand: RolloutDeciding {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Have a rollout that is held go on.")
    static let verb = RolloutCommand.Verb.resume

    @OptionGroup var options: RolloutDecisionOptions
}
