import ArgumentParser
import Domain
import Reports
import Storage

/// `headframe prompt list`: all prompts.
struct PromptListCommand: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "All prompts with their newest version and their labels.")

    @OptionGroup var store: StoreOption

    @Option(help: ArgumentHelp("How things stood then: 03:12, 2h (ago) or RFC 3339.", valueName: "time"))
    var at: String?

    @Flag(help: "Print JSON.")
    var json = false

    func answer(from reader: StoreReader, now: Timestamp) throws -> String {
        let moment = try at.map { try Timestamp.read($0, option: "--at", now: now) } ?? now
        let report = PromptsReport(try reader.prompts(at: moment))
        return json ? report.json.text : report.text
    }
}
