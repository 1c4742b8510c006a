import Domain
import GRDB
import Testing

@testable import Storage

/// First pages of any filter in any order are what looking through all calls gives, whatever blocks are left out.
@Suite struct RankedPageTests {
    private static let start = Timestamp(rfc3339: "2026-11-24T02:00:00Z") ?? Timestamp(nanoseconds: 0)
    private static let range = TimeRange(from: start, to: start.advanced(by: .hours(9)))

    /// A condition as it is written, and what it means.
    private struct Condition {
        var text: String
        var holds: (RequestRow) -> Bool

        init(_ text: String, _ holds: @escaping (RequestRow) -> Bool) { (self.text, self.holds) = (text, holds) }
    }

    private static func seconds(_ row: RequestRow) -> Double { Double(row.duration?.count ?? -1) / 1e9 }

    private let conditions = [
        Condition("model:model-1") { $0.call.model == "model-1" },
        Condition("model:model-2,model-3") { ["model-2", "model-3"].contains($0.call.model) },
        Condition("model:late*") { $0.call.model == "late-model" },
        Condition("release:r2") { $0.call.context.release == "app@r2" },
        Condition("-release:r1") { $0.call.context.release != "app@r1" },
        Condition("release:unknown") { $0.call.context.release == nil },
        Condition("prompt:rare") { $0.call.context.promptName == "rare" },
        Condition("service:service-3") { $0.call.service == "service-3" },
        Condition("user:user-1") { $0.call.context.user == "user-1" },
        Condition("session:session-9") { $0.call.context.session == "session-9" },
        Condition("status:error") { $0.call.isError },
        Condition("-status:error") { !$0.call.isError },
        Condition("error:timeout") { $0.call.isError },
        Condition("latency>3s") { seconds($0) > 3 },
        Condition("latency>=12s") { seconds($0) >= 12 },
        Condition("latency<2s") { $0.duration != nil && seconds($0) < 2 },
        Condition("cost>$0.004") { ($0.cost?.nanodollars ?? 0) > 4_000_000 },
        Condition("-model:model-1,model-2") { !["model-1", "model-2"].contains($0.call.model) },
        Condition("user:user-1,user-7") { $0.call.context.user == "user-1" },
        Condition("session:session-7") { $0.call.context.session == "session-7" },
        Condition("finish:length") { $0.call.finishReasons.contains("length") },
    ]

    /// Traces of two calls and a root that knows whose they are; few calls are long, fail or cost much.
    private static func traces(_ count: UInt64, _ random: inout SeededGenerator) -> [(
        calls: [SampleSpan], root: SampleSpan
    )] {
        (1...count).map { trace in
            let begin = start.advanced(by: .milliseconds(Int64(trace) * 5000))
            var root = SampleSpan(trace, trace * 10, at: begin)
            (root.operation, root.model, root.milliseconds) = (.invokeAgent, nil, 90_000)
            root.release = ["app@r1", "app@r1", "app@r2", nil].randomElement(using: &random) ?? nil
            root.prompt = trace % 700 == 0 ? "rare" : "answer"
            (root.user, root.session) = ("user-\(trace % 3)", "session-\(trace % 400)")
            let calls = (1...2 as ClosedRange<UInt64>).map { step in
                var call = SampleSpan(trace, trace * 10 + step, parent: trace * 10, at: begin)
                let tail = Int64.random(in: 1...1000, using: &random)
                call.milliseconds = tail == 1 ? -1 : 200_000 / tail
                call.model = "model-\(Int.random(in: 1...4, using: &random))"
                call.service = "service-\(trace % 5)"
                call.isError = Int.random(in: 0..<60, using: &random) == 0
                if Bool.random(using: &random) {
                    call.cost = 5_000_000 / Int64.random(in: 1...1000, using: &random)
                }
                return call
            }
            return (calls, root)
        }
    }

    /// Roots come long after their calls, and later still what log records say of some of them.
    private func store(_ random: inout SeededGenerator) throws -> TemporaryStore {
        var options = TemporaryStore.options
        options.segmentSpans = 6000
        options.cachedSpans = 500
        let store = TemporaryStore()
        var writer = try store.writer(options)
        let traces = Self.traces(4200, &random)
        for first in stride(from: 0, to: traces.count + 900, by: 300) {
            let late = traces[max(0, min(first - 600, traces.count))..<max(0, min(first - 300, traces.count))]
            var records: [SampleSupplement] = []
            for trace in late where Int.random(in: 0..<20, using: &random) == 0 {
                let call = trace.calls[0]
                var record = SampleSupplement(
                    of: call, at: call.start, input: 9_000_000 / Int64.random(in: 1...1000, using: &random), output: 1)
                record.supplement.finishReasons = ["length"]
                if call.cost == nil { record.supplement.responseModel = "late-model" }
                records.append(record)
            }
            let early = traces[min(first, traces.count)..<min(first + 300, traces.count)]
            try writer.store(Telemetry(early.flatMap(\.calls) + late.map(\.root), supplements: records))
            guard first == 2100 else { continue }
            writer.close()
            writer = try store.writer(options)
        }
        writer.close()
        return store
    }

    private func rank(_ row: RequestRow, _ order: RequestsQuery.Order) -> [Int64] {
        let (end, duration) = (row.end.nanoseconds, row.duration?.count)
        return switch order {
        case .newest: [end]
        case .oldest: [-end]
        case .slowest: [duration ?? -1, end]
        case .costliest: [row.cost?.nanodollars ?? -1, end]
        case .worst: [row.call.isError ? 1 : 0, duration ?? 0, end]
        }
    }

    private func check(_ store: TemporaryStore, _ random: inout SeededGenerator) throws {
        let reader = try store.reader()
        let all = try reader.requests(RequestsQuery(range: Self.range, limit: .max, longest: .seconds(60)))
        #expect(all.count == 8400)
        for _ in 0..<60 {
            let some = conditions.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random))
            let text = some.map(\.text).joined(separator: " ")
            let matching = all.filter { row in some.allSatisfy { $0.holds(row) } }
            for order in RequestsQuery.Order.allCases {
                let limit = Int.random(in: 1...120, using: &random)
                let page = try reader.requests(
                    RequestsQuery(
                        range: Self.range, filter: Filter(parsing: text), order: order, limit: limit,
                        longest: .seconds(60)), watch: { _ in true })
                let wanted = matching.map { rank($0, order) }.sorted { $1.lexicographicallyPrecedes($0) }
                #expect(page.rows.map { rank($0, order) } == Array(wanted.prefix(limit)), "\(text), \(order), \(limit)")
                #expect(page.hasMore == (wanted.count > limit) && page.coverage == .complete)
            }
        }
    }

    @Test(arguments: [1, 2] as [UInt64])
    func aPageIsWhatLookingThroughAllCallsGives(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        try check(store(&random), &random)
    }

    /// Segments of version 5 have no lists of calls; those of version 4 know of each block only what all its spans do not exceed.
    @Test(arguments: [4, 5])
    func segmentsOfEarlierVersionsGiveTheSame(version: Int) throws {
        var random = SeededGenerator(seed: 3)
        let store = try store(&random)
        for name in try StoreDirectory(existing: store.path).segmentNames() {
            let queue = try DatabaseQueue(path: store.path + "/segments/" + name.fileName)
            try queue.write { db in
                try db.execute(
                    sql: """
                        DROP TABLE block_calls; PRAGMA user_version = \(version);
                        DELETE FROM grdb_migrations WHERE identifier > '\(version)'
                        """)
                if version < 5 { try db.execute(sql: "ALTER TABLE block DROP COLUMN peaks") }
            }
            try queue.close()
        }
        try check(store, &random)
        // What comes late to a block of that version leaves it findable.
        let writer = try store.writer()
        let sample = Self.traces(2, &random)[1].calls[0]
        try writer.store(
            Telemetry([], supplements: [SampleSupplement(of: sample, at: sample.start, input: 90_000_000, output: 1)]))
        writer.close()
        let query = RequestsQuery(
            range: Self.range, filter: try Filter(parsing: "service:service-2"), order: .costliest)
        #expect(try store.reader().requests(query).first?.cost == Money(nanodollars: 90_000_001_000))
    }
}
