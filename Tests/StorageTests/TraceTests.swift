import Domain
import Foundation
import Testing

@testable import Storage

/// Traces as they come: broken ones too.
@Suite struct TraceTests {
    private let start = Timestamp(rfc3339: "2026-11-24T23:59:50Z") ?? Timestamp(nanoseconds: 0)

    private func store(_ samples: [SampleSpan]) throws -> TemporaryStore {
        let store = TemporaryStore()
        let writer = try store.writer()
        for first in stride(from: 0, to: samples.count, by: 5000) {
            try writer.store(Telemetry(Array(samples[first..<min(first + 5000, samples.count)])))
        }
        writer.close()
        return store
    }

    @Test func theOutlineIsTheTraceWithoutWhatWasSaid() throws {
        // A circle, a parent that never came, an end before the start, and midnight in between.
        var spans = [
            SampleSpan(1, 1, parent: 2, at: start), SampleSpan(1, 2, parent: 1, at: start),
            SampleSpan(1, 3, parent: 99, at: start), SampleSpan(1, 4, parent: 4, at: start),
            SampleSpan(1, 5, at: start), SampleSpan(1, 6, parent: 5, at: start),
        ]
        (spans[4].operation, spans[4].model, spans[4].milliseconds) = (.invokeAgent, nil, 20_000)
        spans[2].milliseconds = -500
        (spans[5].input, spans[5].cost, spans[5].isError) = (12, 400, true)
        let reader = try store(spans + [SampleSpan(2, 7, at: start)]).reader()
        let id = spans[0].traceID
        let trace = try #require(try reader.trace(id))
        let outline = try #require(try reader.outline(id))
        #expect(outline.isComplete)
        #expect(outline.steps == trace.spans.map { TraceStep($0.row) })
        #expect(outline.steps.count == 6)
        for reader in [reader, try store(spans).reader()] {
            for detail in trace.spans {
                let reading = try #require(try reader.reading(id, detail.row.spanID))
                #expect(reading.detail.row == detail.row)
            }
        }
        #expect(try reader.outline(TraceID(high: 7, low: 7)) == nil)
        #expect(try reader.reading(id, #require(SpanID(77))) == nil)
    }

    @Test func anOutlineEndsAtFiftyThousandSteps() throws {
        let spans = (1...50_001 as ClosedRange<UInt64>).map { SampleSpan(1, $0, parent: $0 / 2, at: start) }
        let reader = try store(spans).reader()
        let outline = try #require(try reader.outline(spans[0].traceID))
        #expect(outline.steps.count == 50_000 && !outline.isComplete)
    }

    @Test func aDamagedDayDoesNotTakeATraceAlong() throws {
        let old = SampleSpan(1, 1, at: "2026-11-23T10:00:00Z")
        let new = SampleSpan(2, 2, at: "2026-11-24T10:00:00Z")
        let store = try store([old, new])
        let directory = try StoreDirectory(existing: store.path)
        let name = try #require(directory.segmentNames().first)
        try FileManager.default.removeItem(atPath: directory.path(of: name))
        try Data(repeating: 0x2A, count: 100_000).write(to: URL(filePath: directory.path(of: name)))
        let reader = try store.reader()
        #expect(try reader.outline(new.traceID)?.steps.count == 1)
        #expect(try reader.trace(new.traceID)?.spans.count == 1)
        #expect(throws: StoreError.self) { try reader.outline(old.traceID) }
        let range = TimeRange(from: old.start, to: new.start.advanced(by: .hours(1)))
        let page = try reader.requests(RequestsQuery(range: range), watch: { _ in true })
        #expect(page.rows.map(\.spanID.value) == [2])
        guard case .damaged = page.coverage else {
            Issue.record("coverage is \(page.coverage)")
            return
        }
    }
}
