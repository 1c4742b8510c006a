import ArgumentParser
import Domain
import Reports
import Storage

/// `headframe alerts log`: what happened to alerts.
struct AlertsLogCommand: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "What happened to alerts, what was silenced, and who did it, newest first.")

    @OptionGroup var store: StoreOption
    @OptionGroup var range: RangeOptions

    @Argument(help: ArgumentHelp("One alert; all when none is named.", valueName: "id"))
    var alert: String?

    @Option(help: "At most so many.")
    var limit = 200

    @Flag(help: "Print one JSON object a line.")
    var json = false

    func answer(from reader: StoreReader, now: Timestamp) throws -> String {
        guard limit > 0 else { throw ValidationError("--limit \(limit): must be at least 1.") }
        let (id, range) = (try alert.map { try AlertID.read($0) }, try range.range(now: now))
        // Which silences touched one alert, its own events say.
        let silences = try id == nil ? reader.silences(in: range).filter { range.contains($0.from) } : []
        let report = AlertLogReport(
            try reader.alertEvents(of: id, range, limit: limit), silences: silences, limit: limit)
        return json ? report.jsonLines : report.text
    }
}

extension AlertID {
    /// The id that an argument spells.
    static func read(_ text: String) throws -> AlertID {
        guard let id = AlertID(text) else {
            throw ValidationError(
                "'\(text)' is no id of an alert: it has 12 hexadecimal digits; headframe alerts lists them.")
        }
        return id
    }
}
