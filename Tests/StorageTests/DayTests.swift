import Domain
import Foundation
import Testing

@testable import Storage

/// What the calendar does to a store: midnight, late spans, sealing, retention.
@Suite struct DayTests {
    private func range(_ from: String, _ to: String) throws -> TimeRange {
        TimeRange(from: try #require(Timestamp(rfc3339: from)), to: try #require(Timestamp(rfc3339: to)))
    }

    private func segments(_ store: TemporaryStore) throws -> [String] {
        try StoreDirectory(existing: store.path).segmentNames().map(\.fileName)
    }

    @Test func aSpanBelongsToTheDayOnWhichItEnded() throws {
        let store = TemporaryStore()
        let writer = try store.writer()
        var span = SampleSpan(1, 10, at: "2026-11-23T23:59:59Z")
        span.milliseconds = 999
        var across = SampleSpan(2, 20, at: "2026-11-23T23:59:59Z")
        across.milliseconds = 1000
        #expect(try writer.store(Telemetry([span, across])).late == 1)
        let reader = try store.reader()
        let before = try range("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z")
        let after = try range("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z")
        for (day, trace) in [(before, span.traceID), (after, across.traceID)] {
            #expect(try reader.stats(StatsQuery(range: day, at: day.to)).total.calls == 1)
            #expect(try reader.requests(RequestsQuery(range: day)).map(\.traceID) == [trace])
        }
        #expect(try segments(store) == ["2026-11-23.db", "2026-11-24.db"])
        writer.close()
    }

    @Test func aDayThatIsOverIsOneFileAndStillTakesLateSpans() throws {
        let store = TemporaryStore()
        var writer = try store.writer()
        let child = SampleSpan(1, 11, parent: 10, at: "2026-11-22T10:00:00Z")
        try writer.store(Telemetry([child]))
        writer.close()
        writer = try store.writer()
        writer.flush()
        try waitUntil { try self.journal(store, "2026-11-22.db") == 1 }
        var root = SampleSpan(1, 10, at: "2026-11-22T09:59:59Z")
        (root.operation, root.release, root.milliseconds) = (.invokeAgent, "r42", 9000)
        #expect(try writer.store(Telemetry([root])).late == 1)
        let day = try range("2026-11-22T00:00:00Z", "2026-11-23T00:00:00Z")
        let rows = try store.reader().stats(StatsQuery(range: day, by: [.release], at: day.to)).rows
        #expect(rows.map(\.key) == [["r42"]])
        writer.close()
    }

    /// 1 for a file without a WAL, 2 for one with (the file format's own numbers).
    private func journal(_ store: TemporaryStore, _ name: String) throws -> UInt8 {
        try Data(contentsOf: URL(fileURLWithPath: store.path + "/segments/" + name))[18]
    }

    @Test func whatRetentionRemovesLeavesItsHours() throws {
        let store = TemporaryStore()
        var options = TemporaryStore.options
        options.segmentSpans = 20
        var writer = try store.writer(options)
        let base = try #require(Timestamp(rfc3339: "2026-11-20T03:10:00Z"))
        var samples: [SampleSpan] = []
        for index in 1...50 as ClosedRange<UInt64> {
            var span = SampleSpan(index, index, at: base.advanced(by: .minutes(Int64(index))))
            (span.release, span.input, span.cost) = ("r\(index % 2)", Int64(index), 1000)
            samples.append(span)
        }
        var score = Score(name: "faithful", time: base, service: "judge", environment: "prod")
        (score.value, score.traceID, score.spanID) = (0.5, samples[0].traceID, SpanID(samples[0].id))
        for start in stride(from: 0, to: 50, by: 10) {
            try writer.store(Telemetry(Array(samples[start..<start + 10]), scores: start == 0 ? [score] : []))
        }
        let day = try range("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z")
        let query = StatsQuery(range: day, by: [.release], at: day.to)
        let before = try store.reader().stats(query)
        #expect(before.total.calls == 50)
        #expect(before.total.scores["faithful"]?.count == 1)
        writer.close()

        (options.retentionDays, options.retentionPatience) = (2, Nanoseconds(0))
        writer = try store.writer(options)
        try waitUntil { try self.segments(store).allSatisfy { !$0.hasPrefix("2026-11-20") } }
        let reader = try store.reader()
        #expect(try reader.stats(query) == before)
        let timeline = try reader.timeline(TimelineQuery(range: day, step: .hours(1), at: day.to))
        #expect(timeline.lines.flatMap(\.points).reduce(0) { $0 + ($1?.calls ?? 0) } == 50)
        #expect(try reader.requests(RequestsQuery(range: day)).isEmpty)
        writer.close()
    }

    @Test func aClockThatRunsAheadRemovesNothingAtOnce() throws {
        let store = TemporaryStore()
        var writer = try store.writer()
        try writer.store(Telemetry([SampleSpan(1, 10, at: "2026-11-24T11:00:00Z")]))
        writer.close()
        var options = TemporaryStore.options
        options.retentionDays = 2
        let nextYear = FixedClock(time: try #require(Timestamp(rfc3339: "2027-11-24T12:00:00Z")))
        writer = try store.writer(options, clock: nextYear)
        writer.flush()
        try waitUntil { try self.segments(store).contains("2027-11-24.db") }
        writer.close()
        #expect(try segments(store).contains("2026-11-24.db"))
    }
}

/// Waits for a condition that another thread brings about; fails after half a minute.
func waitUntil(_ condition: () throws -> Bool) throws {
    let deadline = MonotonicTime.now().advanced(by: .seconds(30))
    while try !condition() {
        try #require(MonotonicTime.now() < deadline, "it did not come about")
        poll(nil, 0, 5)
    }
}
