import ArgumentParser

/// `headframe rollout`: moving an app from one release to another.
struct RolloutGroupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollout", abstract: "Move an app from one release to another, step by step.",
        subcommands: [
            RolloutStartCommand.self, RolloutListCommand.self, RolloutShowCommand.self, RolloutApproveCommand.self,
            RolloutPromoteCommand.self, RolloutHoldCommand.self, RolloutResumeCommand.self, RolloutAbortCommand.self,
            RolloutRollbackCommand.self, RolloutNoteCommand.self, RolloutWaitCommand.self, RolloutGateCommand.self,
        ],
        defaultSubcommand: RolloutListCommand.self)
}
