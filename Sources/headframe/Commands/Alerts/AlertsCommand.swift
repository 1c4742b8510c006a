import ArgumentParser

/// `headframe alerts`: what is wrong, and what people do about it.
struct AlertsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts", abstract: "What is wrong, and who looks after it; acknowledge, silence, preview.",
        subcommands: [
            AlertsListCommand.self, AlertsLogCommand.self, AlertsAcknowledgeCommand.self, AlertsNoteCommand.self,
            AlertsSilenceCommand.self, AlertsUnsilenceCommand.self, AlertsPreviewCommand.self, AlertsTestCommand.self,
        ],
        defaultSubcommand: AlertsListCommand.self)
}
