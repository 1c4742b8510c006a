import ArgumentParser

/// `headframe release`: what apps answer with.
struct ReleaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Releases: prompt version, model, parameters and index as one thing.",
        subcommands: [
            ReleaseListCommand.self, ReleaseCreateCommand.self, ReleaseShowCommand.self, ReleaseRollbackCommand.self,
        ],
        defaultSubcommand: ReleaseListCommand.self)
}
