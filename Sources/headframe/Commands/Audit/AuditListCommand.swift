import ArgumentParser
import Domain
import Reports
import Storage

/// `headframe audit list`: who did what.
struct AuditListCommand: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "What people and the collector did, newest first.")

    @OptionGroup var store: StoreOption

    @Option(help: ArgumentHelp("Only what was done by: os:anna, or system.", valueName: "principal"))
    var actor: String?

    @Option(help: ArgumentHelp("Only this action, such as prompt.push, or all of prompt.", valueName: "name"))
    var action: String?

    @Option(help: ArgumentHelp("Only to what begins so, such as support-answer.", valueName: "name"))
    var object: String?

    @Option(help: ArgumentHelp("Only what was done since: RFC 3339, 03:12, or 2h (ago).", valueName: "time"))
    var since: String?

    @Option(help: ArgumentHelp("At most so many.", valueName: "count"))
    var limit = 100

    @Flag(help: "Print JSON, an object a line.")
    var json = false

    func answer(from reader: StoreReader, now: Timestamp) throws -> String {
        guard limit > 0 else { throw ValidationError("--limit must be 1 or more.") }
        let start = try since.map { try Timestamp.read($0, option: "--since", now: now) }
        let report = AuditReport(
            try reader.auditEntries(
                AuditQuery(
                    actor: actor, action: action, object: object,
                    range: start.map { TimeRange(from: $0, to: Timestamp(nanoseconds: .max)) }, limit: limit)))
        return json ? report.jsonLines : report.text
    }
}
