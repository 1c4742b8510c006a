import Conventions
import CReference
import Domain
import Foundation
import Storage

/// How soon single requests are found and opened in a store of a day, beside plain SQL and plain C over the same files.
struct RequestFigures {
    let programs: Programs
    let runs: Int
    let spans: Int
    let prose: Prose

    private static let traces = [10_000, 50_000].map { (spans: $0, id: TraceID(high: 0x7ACE, low: UInt64($0))) }
    private static let session = "session-of-20000"

    func measure() throws -> [Figure] {
        let store = try Scratch()
        defer { store.remove() }
        try DayOfTelemetry(programs: programs, prose: prose).fill(store.path, spans: spans)
        let now = SystemClock().now()
        let small =
            Self.traces.flatMap { SmallSpans.trace($0.id, spans: $0.spans, endingAt: now) }
            + SmallSpans.session(Self.session, turns: 20_000, endingAt: now)
        let daemon = try DaemonProcess(programs.daemon, store: store.path)
        defer { daemon.stop() }
        let sender = try Sender(port: daemon.port)
        for request in small {
            guard try sender.post(request) == 200 else { throw Sender.Failure.answer("a small span was refused") }
        }
        let range = TimeRange(last: .hours(36), before: now.advanced(by: .hours(1)))
        return try pages(store.path, range) + [search(store.path, range)] + opening(store.path, at: now)
            + ExportFigures(programs: programs, runs: runs, prose: prose).measure(store.path, daemon)
    }

    private func reader(_ store: String) throws -> StoreReader {
        try StoreReader(path: store, decode: .wire, contents: Interpreter.contents)
    }

    private func pages(_ store: String, _ range: TimeRange) throws -> [Figure] {
        let filters = [
            ("model:gpt-4o", RequestsQuery.Order.newest), ("status:error", .newest), ("release:r44", .slowest),
            ("model:claude* latency>4s", .newest), ("user:u1", .newest),
        ]
        let plain = try seconds(
            store, "SELECT * FROM span WHERE response_model IS NOT NULL AND is_error ORDER BY end_ns DESC LIMIT 200")
        return try filters.map { filter, order in
            let query = RequestsQuery(
                range: range, filter: try Filter(parsing: filter), order: order, limit: 200)
            var (cold, warm): ([Double], [Double]) = ([], [])
            var found = 0
            for _ in 0..<runs {
                let reader = try reader(store)
                cold.append(try Stopwatch.seconds { found = try reader.requests(query) { _ in true }.rows.count })
                warm.append(try Stopwatch.seconds { _ = try reader.requests(query) { _ in true } })
            }
            return Figure(
                "\(spans / 1000)k spans, \(filter), \(order)",
                "\(milliseconds(cold)), then \(milliseconds(warm)), \(found) rows",
                reference: "SQL \(milliseconds([plain]))", reach: "≤ 100 ms", isReached: cold.median <= 0.1)
        }
    }

    private func search(_ store: String, _ range: TimeRange) throws -> Figure {
        // Nowhere in the prose, of which `z` and `q` are no part.
        let text = "zqzq"
        let query = RequestsQuery(
            range: range, filter: Filter([FilterTerm(.contains(text))]), limit: 200, longest: .seconds(3600))
        var (taken, inflated, searched): ([Double], [Double], [Double]) = ([], [], [])
        var bytes = 0
        for _ in 0..<runs {
            let reader = try reader(store)
            taken.append(try Stopwatch.seconds { _ = try reader.requests(query) { _ in true } })
            bytes = 0
            inflated.append(try segments(store).reduce(0) { $0 + reference_search($1, nil, &bytes) })
            var again = 0
            searched.append(try segments(store).reduce(0) { $0 + reference_search($1, text, &again) })
        }
        let rate = { (seconds: [Double]) in "\(Int(Double(bytes) / seconds.median / 1e6)) MB/s" }
        return Figure(
            "text that is nowhere, of \(bytes >> 20) MB", rate(taken),
            reference: "zstd \(rate(inflated)), + memmem \(rate(searched))", reach: "≥ 300 MB/s",
            isReached: Double(bytes) / taken.median >= 300e6)
    }

    private func opening(_ store: String, at now: Timestamp) throws -> [Figure] {
        let reader = try reader(store)
        let range = TimeRange(last: .hours(36), before: now.advanced(by: .hours(1)))
        let some = try reader.requests(RequestsQuery(range: range, order: .slowest, limit: 200)) { _ in true }.rows
        let opened = try some.map { row in
            try Stopwatch.seconds {
                _ = try reader.outline(row.traceID)
                _ = try reader.reading(row.traceID, row.spanID)
            }
        }
        let read = try some.map { row in
            let fresh = try self.reader(store)
            return try Stopwatch.seconds { _ = try fresh.reading(row.traceID, row.spanID) }
        }
        var figures = [
            Figure(
                "a request, outline and reading", milliseconds(opened), reach: "≤ 30 ms",
                isReached: opened.median <= 0.03),
            Figure("a request, reading alone", milliseconds(read), reach: "≤ 30 ms", isReached: read.median <= 0.03),
        ]
        for trace in Self.traces {
            var steps = 0
            let taken = try (0..<runs).map { _ in
                try Stopwatch.seconds { steps = try reader.outline(trace.id)?.steps.count ?? 0 }
            }
            let reach = 0.2 * Double(trace.spans) / 10_000
            figures.append(
                Figure(
                    "outline of \(trace.spans) spans", milliseconds(taken), reach: "≤ \(Int(reach * 1000)) ms",
                    isReached: taken.median <= reach && steps == trace.spans))
        }
        var turns = 0
        let taken = try (0..<runs).map { _ in
            try Stopwatch.seconds {
                turns = try reader.session(SessionQuery(session: Self.session, near: now)).turns.count
            }
        }
        figures.append(
            Figure(
                "session of 20 000 turns", milliseconds(taken), reach: "≤ 200 ms",
                isReached: taken.median <= 0.2 && turns == 20_000))
        return figures
    }

    private func segments(_ store: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: store + "/segments").filter { $0.hasSuffix(".db") }
            .map { store + "/segments/" + $0 }
    }

    /// How long plain SQL takes over all segments.
    private func seconds(_ store: String, _ query: String) throws -> Double {
        var rows = 0
        return try segments(store).reduce(0) { $0 + reference_query($1, query, &rows) }
    }

    private func milliseconds(_ seconds: [Double]) -> String { "\(decimals(seconds.median * 1000, 1)) ms" }
}
