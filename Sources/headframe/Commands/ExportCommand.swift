import ArgumentParser

/// `headframe export`: what the store holds of a range, as a file.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Calls, judgements or a whole incident of a range as a file.",
        subcommands: [ExportRequestsCommand.self, ExportScoresCommand.self, ExportIncidentCommand.self])
}
