import ArgumentParser
import Domain
import Reports
import Storage

/// `headframe requests`: single calls.
struct RequestsCommand: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "requests", abstract: "Single calls: the worst, newest, slowest or costliest.")

    @OptionGroup var store: StoreOption
    @OptionGroup var range: RangeOptions
    @OptionGroup var filter: FilterOption

    @Option(help: ArgumentHelp("At most so many.", valueName: "count"))
    var limit: Int = 20

    @Option(
        help: ArgumentHelp(
            "Which come first: \(RequestsQuery.Order.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "order"))
    var sort: String = RequestsQuery.Order.newest.rawValue

    @Flag(help: "Print one JSON object a line.")
    var json = false

    func validate() throws {
        guard limit >= 1 else { throw ValidationError("--limit must be at least 1.") }
        guard RequestsQuery.Order(rawValue: sort) != nil else {
            throw ValidationError(
                "--sort \(sort): use \(RequestsQuery.Order.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
    }

    func answer(from reader: StoreReader, now: Timestamp) throws -> String {
        let query = RequestsQuery(
            range: try range.range(now: now), filter: try filter.parsed(),
            order: RequestsQuery.Order(rawValue: sort) ?? .newest,
            limit: limit)
        let report = RequestsReport(try reader.requests(query))
        return json ? report.jsonLines : report.text
    }
}
