import ArgumentParser
import Domain

/// `headframe rollout promote`.
struct RolloutPromoteCommand: RolloutDeciding {
    static let configuration = CommandConfiguration(
        commandName: "promote", abstract: "Go on to the next step now, or to the end with --full.")
    static let verb = RolloutCommand.Verb.promote

    @OptionGroup var options: RolloutDecisionOptions

    @Flag(help: "Leave out the steps in between.")
    var full = false

    @Option(
        help: ArgumentHelp(
            "The name of the release, to go past gates that have not passed or people who have not agreed.",
            valueName: "release"))
    var override: String?

    func command() throws -> ControlCommand {
        try options.command(full ? .promoteFully : .promote, override: override)
    }
}
