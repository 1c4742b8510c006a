import ArgumentParser

/// The console and the command line. Without a subcommand it is the console.
@main
struct Headframe: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "headframe",
        abstract: "Operations console for LLM applications: what they do, what it costs, what changed.",
        subcommands: [
            ConsoleCommand.self, DemoCommand.self, StatsCommand.self, RequestsCommand.self, RequestCommand.self,
            SQLCommand.self, AlertsCommand.self, HandoverCommand.self, FeedbackCommand.self, ScoreCommand.self,
            MarkCommand.self, EvalCommand.self, RolloutGroupCommand.self, ExportCommand.self, OpenCommand.self,
            ScreenshotCommand.self, DoctorCommand.self,
        ],
        defaultSubcommand: ConsoleCommand.self)
}
