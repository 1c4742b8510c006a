import ArgumentParser
import Domain
import Reports
import Storage

/// `headframe rollout list`.
struct RolloutListCommand: ReadingCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Rollouts, newest first.")

    @OptionGroup var store: StoreOption

    @Option(help: "At most so many.")
    var limit = 50

    @Flag(help: "Print JSON.")
    var json = false

    func answer(from reader: StoreReader, now: Timestamp) throws -> String {
        RolloutReport.list(try reader.rollouts(at: now.advanced(by: .minutes(1)), limit: max(1, limit)), json: json)
    }
}
