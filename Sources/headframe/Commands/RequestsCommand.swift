import ArgumentParser
import Domain
import Drawing
import Reports
import Storage
import Synchronization

/// `headframe requests`: single calls.
struct RequestsCommand: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "requests", abstract: "Single calls: the worst, newest, oldest, slowest or costliest.")

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
            order: RequestsQuery.Order(rawValue: sort) ?? .newest, limit: limit, longest: .hours(24))
        // Ctrl-C ends the search, and what was found is printed.
        let isEnded = Atomic(false)
        let end = TerminationSignal()
        end.onArrival { isEnded.store(true, ordering: .relaxed) }
        let page = try reader.requests(query) { progress in
            StandardError.progress(
                "\(Format.grouped(Int(progress.read))) of \(Format.grouped(Int(progress.total))) calls, "
                    + "\(Format.grouped(Int(progress.found))) found; Ctrl-C ends the search")
            return !isEnded.load(ordering: .relaxed)
        }
        StandardError.progress(nil)
        let report = RequestsReport(page.rows)
        let text = json || !StandardOutput.isTerminal ? report.jsonLines : report.text
        if case .damaged(let what) = page.coverage {
            if !text.isEmpty { StandardOutput.write(text) }
            throw ProgramError(
                exit: .damaged, message: "reading \(store.path): the store is damaged (\(what)); run 'headframe doctor'"
            )
        }
        if let note = page.coverage.note { StandardError.write("headframe: \(note)") }
        return text
    }
}
