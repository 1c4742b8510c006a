import Domain
import GRDB
import Testing

@testable import Storage

/// Whatever people say and take back, in whatever order and however often it is filed, the sums are what stands.
@Suite struct FeedbackPropertyTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func sumsAreWhatStands(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let store = TemporaryStore()
        let writer = try store.writer()
        let calls = (1...6 as ClosedRange<UInt64>).map { number in
            var call = SampleSpan(number, number * 100, parent: number * 100 + 1, at: "2026-11-24T10:00:00Z")
            call.release = number % 2 == 0 ? nil : "own"
            return call
        }
        try writer.store(Telemetry(calls))
        try writer.control.withFile { file in
            for statement in Self.keeping { try file.execute(statement) }
        }
        var control = try ControlStore(writer, clock: FixedClock())
        var stands: [UInt64: [String: (id: FeedbackID, rating: Rating)]] = [:]
        var late = calls.map { call in
            var parent = SampleSpan(call.trace, call.id + 1, at: "2026-11-24T09:59:00Z")
            (parent.operation, parent.release) = (.invokeAgent, "r\(call.trace)")
            return parent
        }
        for step in 0..<120 {
            guard let call = calls.randomElement(using: &random) else { return }
            let person = "os:p\(Int.random(in: 0..<3, using: &random))"
            let key = try #require(IdempotencyKey("k\(step)"))
            let command = CommandIdentity(caller: Caller(kind: .user, principal: person), key: key, request: [])
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<6:
                let rating: Rating = Bool.random(using: &random) ? .up : .down
                let judged = try #require(try control.call(call.traceID, SpanID(call.id)))
                let json = try control.commit(command) {
                    try $0.give(FeedbackDraft(traceID: call.traceID, rating: rating), of: judged).json
                }
                stands[call.trace, default: [:]][person] = (try #require(Feedback(json)).id, rating)
            case 6..<8:
                guard let id = stands[call.trace]?.removeValue(forKey: person)?.id else { continue }
                _ = try control.commit(command) { try $0.takeBack(id).json }
            case 8:
                // A parent that comes late moves its call, and what was said of it, to another release.
                if let parent = late.popLast() { try writer.store(Telemetry([parent])) }
            default:
                // A process that ended after filing, before it had struck off what it filed.
                try waitUntilFiled(writer)
                control.stop()
                try writer.control.withFile { try $0.execute(Self.replay) }
                control = try ControlStore(writer, clock: FixedClock())
            }
        }
        try waitUntilFiled(writer)
        let reader = try store.reader()
        let range = ArrivalOrderTests.range
        for folded in [false, true] {
            if folded {
                control.stop()
                writer.close()
            }
            let rows = try reader.stats(StatsQuery(range: range, by: [.release], at: range.to)).rows
            for call in calls {
                let ratings = (stands[call.trace] ?? [:]).values.map(\.rating.score)
                let arrived = !late.contains { $0.trace == call.trace }
                let release = call.release ?? (arrived ? "r\(call.trace)" : nil)
                let sharing = calls.filter { other in
                    let arrived = !late.contains { $0.trace == other.trace }
                    return (other.release ?? (arrived ? "r\(other.trace)" : nil)) == release
                }
                let expected = sharing.flatMap { (stands[$0.trace] ?? [:]).values.map(\.rating.score) }
                let found = rows.first { $0.key == [release] }?.measures.scores["feedback"]
                #expect(found?.count ?? 0 == Int64(expected.count), "seed \(seed), release \(release ?? "none")")
                #expect(found?.sum ?? 0 == expected.reduce(0, +), "seed \(seed), release \(release ?? "none")")
                let trace = try #require(try reader.trace(call.traceID))
                #expect(trace.spans.flatMap(\.row.scores).compactMap(\.value).sorted() == ratings.sorted())
                let said = try reader.feedback(of: call.traceID)
                #expect(said.compactMap(\.rating?.score).sorted() == ratings.sorted())
            }
        }
    }

    /// Keeps what is struck off, and brings the end of it back.
    private static let keeping = [
        "CREATE TABLE again (id INTEGER PRIMARY KEY, identity, score, call_end_ns)",
        """
        CREATE TRIGGER keep AFTER INSERT ON unfiled BEGIN
            INSERT INTO again (identity, score, call_end_ns) VALUES (new.identity, new.score, new.call_end_ns);
        END
        """,
    ]
    private static let replay = """
        INSERT INTO unfiled (identity, score, call_end_ns)
        SELECT identity, score, call_end_ns FROM (SELECT * FROM again ORDER BY id DESC LIMIT 5) ORDER BY id
        """

    @Test func aStoreOfTheFirstVersionIsBroughtUpToDate() throws {
        let store = TemporaryStore()
        let directory = try StoreDirectory(creating: store.path)
        do {
            let queue = try DatabaseQueue(path: directory.controlPath)
            try ControlSchema.migrator(auditKey: HMACSHA256(key: [])).migrate(queue, upTo: "1")
            try queue.write { try $0.execute(sql: "INSERT INTO sequence VALUES ('string', 16385)") }
            try queue.close()
        }
        #expect(try store.reader().feedback(of: SampleSpan(1, 1, at: "2026-11-24T10:00:00Z").traceID).isEmpty)
        let writer = try store.writer()
        #expect(try writer.control.withFile { try $0.number("PRAGMA user_version") } == Int64(ControlSchema.version))
        let call = SampleSpan(1, 1, at: "2026-11-24T10:00:00Z")
        try writer.store(Telemetry([call]))
        #expect(try writer.control.withFile { try $0.number("SELECT following FROM sequence") ?? 0 } > 16_385)
        writer.close()
    }

    private func waitUntilFiled(_ writer: StoreWriter) throws {
        while try writer.control.withFile({ try $0.number("SELECT count(*) FROM unfiled") }) != 0 { writer.flush() }
    }
}
