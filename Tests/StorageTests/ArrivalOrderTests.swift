import Domain
import Testing

@testable import Storage

/// Whatever the order, the batches and the repetitions in which spans arrive, rows and rollups end up the same, and are what the spans
/// themselves say.
@Suite struct ArrivalOrderTests {
    static let range = TimeRange(
        from: Timestamp(rfc3339: "2026-11-22T00:00:00Z") ?? Timestamp(nanoseconds: 0),
        to: Timestamp(rfc3339: "2026-11-26T00:00:00Z") ?? Timestamp(nanoseconds: 0))

    /// Traces around two midnights: nested, with missing parents and wrappers, some spans saying whose they are.
    static func samples(_ random: inout SeededGenerator) -> [SampleSpan] {
        let midnight = Timestamp(rfc3339: "2026-11-24T00:00:00Z") ?? Timestamp(nanoseconds: 0)
        var samples: [SampleSpan] = []
        for trace in 1...60 as ClosedRange<UInt64> {
            let start = midnight.advanced(by: .seconds(Int64.random(in: -3600...90_000, using: &random)))
            let first = UInt64(samples.count) * 16 + 1
            for index in 0..<UInt64.random(in: 1...7, using: &random) {
                var span = SampleSpan(
                    trace, first + index,
                    at: start.advanced(by: .milliseconds(Int64.random(in: 0...5000, using: &random))))
                span.parent = index == 0 ? nil : first + UInt64.random(in: 0...index, using: &random)
                span.milliseconds = Int64.random(in: -5...600_000, using: &random)
                span.operation =
                    [.chat, .chat, .embeddings, .invokeAgent, .executeTool, nil].randomElement(using: &random) ?? nil
                span.model = ["gpt-4o", "claude-sonnet-4-5", nil].randomElement(using: &random) ?? nil
                if Bool.random(using: &random) { span.release = "r\(Int.random(in: 41...43, using: &random))" }
                if Int.random(in: 0..<3, using: &random) == 0 { span.session = "s\(trace % 9)" }
                if Int.random(in: 0..<4, using: &random) == 0 { span.user = "u\(trace % 5)" }
                if Int.random(in: 0..<4, using: &random) == 0 { span.prompt = "answer" }
                if Bool.random(using: &random) { span.input = Int64.random(in: 0...3000, using: &random) }
                if Bool.random(using: &random) { span.output = Int64.random(in: 0...900, using: &random) }
                if span.operation == .chat, Bool.random(using: &random) {
                    span.cost = Int64.random(in: 0...9_000_000, using: &random)
                }
                span.isError = Int.random(in: 0..<8, using: &random) == 0
                span.text = "text \(trace) \(index)"
                samples.append(span)
            }
        }
        return samples
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func anyOrderGivesTheSame(seed: UInt64) throws {
        var random = SeededGenerator(seed: 7)
        let samples = Self.samples(&random)
        random = SeededGenerator(seed: seed)
        let store = TemporaryStore()
        var options = TemporaryStore.options
        options.segmentSpans = 60
        options.foldContributions = [1, 40, 100_000].randomElement(using: &random) ?? 1
        options.cachedSpans = [1, 50, 10_000].randomElement(using: &random) ?? 1
        var writer = try store.writer(options)

        // Everything once and a third of it twice.
        var arrivals = samples + samples.shuffled(using: &random).prefix(samples.count / 3)
        if seed > 1 { arrivals.shuffle(using: &random) }
        var counts = StoredCounts()
        while !arrivals.isEmpty {
            let batch = Array(arrivals.prefix(Int.random(in: 1...40, using: &random)))
            arrivals.removeFirst(batch.count)
            counts += try writer.store(Telemetry(batch))
            if Int.random(in: 0..<8, using: &random) == 0 {
                writer.close()
                writer = try store.writer(options)
            }
        }
        #expect(counts.stored == samples.count)
        #expect(counts.duplicates == samples.count / 3)

        let reference = Reference(samples)
        try check(store, reference)
        writer.close()
        try check(store, reference)
    }

    private func check(_ store: TemporaryStore, _ reference: Reference) throws {
        let reader = try store.reader()
        let query = StatsQuery(range: Self.range, by: [.model, .release], at: Self.range.to)
        let byRollups = try reader.stats(query)
        #expect(Reference.summary(byRollups) == reference.byModelAndRelease)
        #expect(byRollups.total.calls == Int64(reference.calls.count))

        // The totals of environments and services, and the rows themselves, say the same.
        let total = try reader.stats(StatsQuery(range: Self.range, at: Self.range.to)).total
        #expect(total == byRollups.total)
        let byRows = try reader.sums(
            ofRows: Self.range, by: [.model, .release], filter: .all, operation: nil, step: nil)
        let rowResult = StatsResult(byRows.answer, coverage: byRows.coverage)
        #expect(rowResult == byRollups)

        // Every hour of the timeline together is the total.
        let timeline = try reader.timeline(TimelineQuery(range: Self.range, step: .hours(1), at: Self.range.to))
        #expect(timeline.lines.flatMap(\.points).reduce(0) { $0 + ($1?.calls ?? 0) } == total.calls)

        let rows = try reader.requests(RequestsQuery(range: Self.range, limit: 10_000))
        #expect(rows.count == reference.calls.count)
        let contexts = Dictionary(uniqueKeysWithValues: rows.map { ($0.spanID.value, $0.call.context) })
        for call in reference.calls { #expect(contexts[call.sample.id] == call.context) }
        #expect(
            try reader.sql("select count(*) from spans", range: Self.range, timeout: 10).rows == [
                [.integer(Int64(reference.spans.count))]
            ])
        #expect(
            try reader.sql("select count(*) from calls", range: Self.range, timeout: 10).rows == [
                [.integer(total.calls)]
            ])
    }

    @Test func whatWasSentComesBackByteForByte() throws {
        var random = SeededGenerator(seed: 11)
        let samples = Self.samples(&random)
        let store = TemporaryStore()
        let writer = try store.writer()
        try writer.store(Telemetry(samples))
        let reader = try store.reader()
        for (trace, spans) in Dictionary(grouping: samples, by: \.trace) {
            let detail = try #require(try reader.trace(spans[0].traceID))
            #expect(detail.spans.count == spans.count, "trace \(trace)")
            for span in detail.spans {
                let sample = spans.first { $0.id == span.row.spanID.value }
                #expect(Array(span.span.encoded) == sample?.encoded)
                #expect(span.row.parentID?.value == sample?.parent)
            }
        }
        writer.close()
    }
}
