import ArgumentParser
import Domain

/// `headframe rollout abort`.
struct RolloutAbortCommand: RolloutDeciding {
    static let configuration = CommandConfiguration(
        commandName: "abort", abstract: "End a rollout; the release that served before serves everybody.")
    static let verb = RolloutCommand.Verb.abort

    @OptionGroup var options: RolloutDecisionOptions
}
