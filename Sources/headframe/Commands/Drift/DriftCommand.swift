import ArgumentParser

/// `headframe drift`: whether calls are still like those that were well.
struct DriftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drift", abstract: "Whether calls are still like those that were well, and in what they are not.",
        subcommands: [DriftListCommand.self, DriftReferenceCommand.self, DriftNormalCommand.self],
        defaultSubcommand: DriftListCommand.self)
}
