import ArgumentParser

/// `headframe eval`: versions of a prompt measured on a golden set.
struct EvalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval", abstract: "Measure versions of a prompt on a golden set, and compare them.",
        subcommands: [
            EvalRunCommand.self, EvalListCommand.self, EvalShowCommand.self, EvalCompareCommand.self,
            EvalResumeCommand.self, EvalStopCommand.self,
        ])
}
