import ArgumentParser
import Domain
import Reports
import Storage

/// `headframe sql`: a question in SQL over documented views.
struct SQLCommand: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "sql", abstract: "Ask the store in SQL over documented views; read only.",
        discussion: StoreReader.viewDocumentation)

    @OptionGroup var store: StoreOption
    @OptionGroup var range: RangeOptions

    @Argument(help: ArgumentHelp("One SELECT statement.", valueName: "query"))
    var query: String

    @Option(help: ArgumentHelp("Stop after so long, such as 10s.", valueName: "length"))
    var timeout: String = "10s"

    @Flag(help: "Print an array of JSON objects.")
    var json = false

    @Flag(help: "Print comma-separated values.")
    var csv = false

    func validate() throws {
        guard !(json && csv) else { throw ValidationError("--json and --csv exclude each other.") }
        guard TimeText.seconds(timeout) != nil else {
            throw ValidationError("--timeout \(timeout): write a length such as 10s or 2m.")
        }
    }

    func answer(from reader: StoreReader, now: Timestamp) throws -> String {
        let result = try reader.sql(query, range: try range.range(now: now), timeout: TimeText.seconds(timeout) ?? 10)
        let report = SQLReport(columns: result.columns, rows: result.rows)
        return json ? report.json.text : csv ? report.csv : report.text
    }
}
