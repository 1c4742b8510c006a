import ArgumentParser

/// `headframe prompt`: the registry of prompts.
struct PromptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prompt", abstract: "Prompts and their versions: push, compare, review, label.",
        subcommands: [
            PromptListCommand.self, PromptPushCommand.self, PromptShowCommand.self, PromptDiffCommand.self,
            PromptLabelCommand.self, PromptReviewCommand.self,
        ],
        defaultSubcommand: PromptListCommand.self)
}
