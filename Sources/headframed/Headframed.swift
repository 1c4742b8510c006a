import ArgumentParser
import Collector

/// The collector daemon.
@main
struct Headframed: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "headframed",
        abstract: "Receives OpenTelemetry of LLM applications and keeps it in a store.",
        version: Collector.version, subcommands: [Run.self, Check.self, Config.self], defaultSubcommand: Run.self)
}
