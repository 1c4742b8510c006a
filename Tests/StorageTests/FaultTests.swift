import Domain
import Foundation
import GRDB
import Testing

@testable import Storage

/// What goes wrong around a store is said, and nothing that was stored suffers.
@Suite struct FaultTests {
    private let span = SampleSpan(1, 10, at: "2026-11-24T11:59:00Z")
    private let segment = "/segments/2026-11-24.db"

    @Test func aSecondDaemonIsToldWhoIsThere() throws {
        let store = TemporaryStore()
        let writer = try store.writer()
        #expect(throws: StoreError.inUse(path: store.path, processID: getpid())) { try store.writer() }
        #expect(StoreLock.holder(of: try StoreDirectory(existing: store.path)) == getpid())
        try writer.store(Telemetry([span]))
        writer.close()
        #expect(StoreLock.holder(of: try StoreDirectory(existing: store.path)) == nil)
        try store.writer().close()
    }

    @Test func aNewerSchemaIsLeftAlone() throws {
        let store = TemporaryStore()
        let writer = try store.writer()
        try writer.store(Telemetry([span]))
        writer.close()
        let queue = try DatabaseQueue(path: store.path + segment)
        try queue.inDatabase { try $0.execute(sql: "PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)") }
        try queue.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: store.path + segment))
        let error = StoreError.newerSchema(path: store.path + segment, found: 99, known: SegmentSchema.version)
        #expect(throws: error) { try store.writer() }
        #expect(throws: error) { try store.reader().summary() }
        #expect(try Data(contentsOf: URL(fileURLWithPath: store.path + segment)) == before)
    }

    @Test(arguments: ["", "no database at all, only some text that is long enough for a header of a hundred bytes: "])
    func aFileThatIsNoDatabaseIsSaidToBe(text: String) throws {
        let store = TemporaryStore()
        let writer = try store.writer()
        try writer.store(Telemetry([span]))
        writer.close()
        try Data((text + text + text).utf8).write(to: URL(fileURLWithPath: store.path + segment))
        if text.isEmpty {
            #expect(throws: StoreError.self) { try store.reader().summary() }
        } else {
            #expect(throws: StoreError.damaged(path: store.path + segment, detail: "file is not a database")) {
                try store.reader().summary()
            }
            #expect(throws: StoreError.self) { try store.writer() }
        }
    }

    @Test func damageNeverCrashes() throws {
        var random = SeededGenerator(seed: 3)
        let samples = (1...300 as ClosedRange<UInt64>).map { SampleSpan($0, $0, at: "2026-11-24T11:59:00Z") }
        let store = TemporaryStore()
        let writer = try store.writer()
        try writer.store(Telemetry(samples))
        writer.close()
        let file = URL(fileURLWithPath: store.path + segment)
        let whole = try Data(contentsOf: file)
        for _ in 0..<60 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...20, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
            }
            if Bool.random(using: &random) { bytes = bytes.prefix(Int.random(in: 0..<bytes.count, using: &random)) }
            try bytes.write(to: file)
            // Any answer and any error will do.
            for question in questions { _ = try? question(store.reader()) }
        }
    }

    private var questions: [(StoreReader) throws -> Void] {
        let range = ArrivalOrderTests.range
        return [
            { _ = try $0.stats(StatsQuery(range: range, by: [.model], at: range.to)) },
            { _ = try $0.requests(RequestsQuery(range: range)) },
            { _ = try $0.trace(SampleSpan(7, 7, at: range.from).traceID) },
            { _ = try $0.summary() },
            { _ = try $0.sql("select * from spans, hours", range: range, timeout: 5) },
        ]
    }

    @Test func whatIsNoStoreIsRefusedWithTheReason() throws {
        let base = TemporaryStore()
        let directory = try StoreDirectory(creating: base.path)
        let link = base.path + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: directory.segmentsPath)
        let file = base.path + "/file"
        try Data().write(to: URL(fileURLWithPath: file))
        let pipe = base.path + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        for path in [link, file, pipe] {
            #expect(throws: StoreError.self) { try StoreDirectory(creating: path) }
            #expect(throws: StoreError.self) { try StoreDirectory(existing: path) }
        }
        #expect(throws: StoreError.self) { try StoreDirectory(existing: base.path + "/nothing") }
        let deep = base.path + "/" + String(repeating: "long/", count: 60)
        #expect(try StoreDirectory(creating: deep).segmentNames().isEmpty)
        let status = try #require(FileSystem.status(base.path))
        #expect(status.st_mode & 0o777 == 0o700)
    }

    /// Less free space than is kept for decisions is as good as none.
    @Test func aStoreThatIsLowOnSpaceTakesNothingAndResumes() throws {
        let store = TemporaryStore()
        var options = TemporaryStore.options
        options.leastFreeBytes = .max
        var writer = try store.writer(options)
        let answer = Answer()
        #expect(writer.submit(Telemetry([span])) { answer.result = $0 })
        writer.flush()
        #expect(answer.result == .failure(.diskFull(path: store.path)))
        #expect(writer.statistics.trouble == .diskFull(path: store.path))
        writer.close()
        writer = try store.writer()
        #expect(try writer.store(Telemetry([span])).stored == 1)
        #expect(writer.statistics.trouble == nil)
        writer.close()
    }

    @Test func aFullQueueSaysNo() throws {
        let store = TemporaryStore()
        var options = TemporaryStore.options
        (options.queueItems, options.gathering, options.gatheringItems) = (3, .seconds(600), 1000)
        let writer = try store.writer(options)
        #expect(writer.submit(Telemetry([span])) { _ in })
        let two = Telemetry([SampleSpan(2, 20, at: span.start), SampleSpan(3, 30, at: span.start)])
        #expect(writer.submit(two) { _ in })
        #expect(!writer.submit(Telemetry([span])) { _ in })
        #expect(writer.statistics.queuedItems == 3)
        #expect(writer.statistics.behind.count > 0)
        writer.flush()
        #expect(writer.statistics.stored == 3)
        #expect(writer.statistics.behind.count == 0)
        writer.close()
        #expect(!writer.submit(Telemetry([span])) { _ in })
    }

    @Test func aDamagedDayDoesNotTakeTheOthersAlong() throws {
        let store = TemporaryStore()
        var writer = try store.writer()
        try writer.store(Telemetry([span, SampleSpan(2, 20, at: "2026-11-23T11:00:00Z")]))
        writer.close()
        try Data(
            "this was a database once, and now it is a text of more than a hundred bytes that nobody can read as one, alas"
                .utf8
        )
        .write(to: URL(fileURLWithPath: store.path + "/segments/2026-11-23.db"))
        let range = ArrivalOrderTests.range
        let stats = try store.reader().stats(StatsQuery(range: range, at: range.to))
        #expect(stats.total.calls == 1)
        #expect(stats.coverage == .damaged("2026-11-23.db: file is not a database"))
        // Ingest goes on, late spans of the damaged day included.
        writer = try store.writer()
        #expect(try writer.store(Telemetry([SampleSpan(3, 30, at: "2026-11-23T12:00:00Z")])).stored == 1)
        #expect(try store.reader().stats(StatsQuery(range: range, at: range.to)).total.calls == 2)
        writer.close()
    }
}

extension FaultTests {
    @Test(arguments: [
        (3_040_001, false), (3_044_006, true), (3_050_006, false), (3_050_007, true), (3_051_002, false),
        (3_051_003, true),
    ])
    func affectedVersionsOfSQLiteAreKnown(version: Int32, isFixed: Bool) {
        #expect(SQLiteVersion.isFixed(version) == isFixed)
    }
}
