import Domain
import GRDB
import Testing

@testable import Storage

/// What only a log record says of a call counts with its span, whichever comes first, once.
@Suite struct SupplementTests {
    private let range = ArrivalOrderTests.range

    private enum Arrival {
        case span(SampleSpan)
        case record(SampleSupplement)
    }

    /// Log records of some of `spans`: of spans that say nothing, of spans that say the same or something else themselves, two of one
    /// span, and records of spans that never come.
    private func records(of spans: [SampleSpan], _ random: inout SeededGenerator) -> [SampleSupplement] {
        var records: [SampleSupplement] = []
        for span in spans {
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                let time = span.start.advanced(
                    by: .milliseconds(Int64.random(in: 0...max(1, span.milliseconds), using: &random)))
                var record = SampleSupplement(of: span, at: time)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: record.supplement.usage = TokenUsage(input: span.input, output: span.output, cacheRead: 3)
                case 1: break
                default:
                    record.supplement.usage = TokenUsage(
                        input: Int64.random(in: 0...3000, using: &random),
                        output: Int64.random(in: 0...900, using: &random), reasoning: 1)
                    record.supplement.flags = .usage
                }
                record.supplement.responseModel = ["gpt-4o-2024-08-06", nil].randomElement(using: &random) ?? nil
                record.supplement.requestModel = ["gpt-4o", nil].randomElement(using: &random) ?? nil
                record.supplement.provider = ["openai", nil].randomElement(using: &random) ?? nil
                record.supplement.responseID = "response \(span.id)"
                record.supplement.finishReasons = [["length"], []].randomElement(using: &random) ?? []
                if Int.random(in: 0..<10, using: &random) == 0 { record.span.id += 1 << 40 }
                records.append(record)
            }
        }
        return Dictionary(grouping: records) { "\($0.span.id) \($0.time)" }.compactMap(\.value.first).sorted {
            ($0.time, $0.span.id) < ($1.time, $1.span.id)
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
    func anyOrderGivesTheSame(seed: UInt64) throws {
        var random = SeededGenerator(seed: 23)
        let samples = ArrivalOrderTests.samples(&random)
        let records = records(of: samples, &random)
        random = SeededGenerator(seed: seed)
        let store = TemporaryStore()
        var options = TemporaryStore.options
        options.segmentSpans = 60
        options.foldContributions = [1, 40, 100_000].randomElement(using: &random) ?? 1
        options.cachedSpans = [1, 50, 10_000].randomElement(using: &random) ?? 1
        var writer = try store.writer(options)

        // Log records first, spans first, then any order, all with a third of it twice.
        let all = records.map { Arrival.record($0) } + samples.map { Arrival.span($0) }
        let repeated = all.shuffled(using: &random).prefix(all.count / 3)
        var arrivals = (seed == 2 ? all.reversed() : all) + repeated
        if seed > 2 { arrivals.shuffle(using: &random) }
        var counts = StoredCounts()
        while !arrivals.isEmpty {
            let batch = arrivals.prefix(Int.random(in: 1...40, using: &random))
            arrivals.removeFirst(batch.count)
            let spans = batch.compactMap { if case .span(let span) = $0 { span } else { nil } }
            let logs = batch.compactMap { if case .record(let record) = $0 { record } else { nil } }
            counts += try writer.store(Telemetry(spans, supplements: logs))
            if Int.random(in: 0..<8, using: &random) == 0 {
                writer.close()
                writer = try store.writer(options)
            }
        }
        #expect(counts.stored == all.count)
        #expect(counts.duplicates == repeated.count)
        try check(store, samples, records)
        writer.close()
        try check(store, samples, records)
    }

    private func check(_ store: TemporaryStore, _ samples: [SampleSpan], _ records: [SampleSupplement]) throws {
        let ofSpan = Dictionary(grouping: records, by: \.span.id)
        let whole = samples.map { $0.with(ofSpan[$0.id] ?? []) }
        let reference = Reference(whole.map(\.span))
        #expect(whole.contains { $0.call.responseModel != nil && $0.call.usage.reasoning != nil })

        let reader = try store.reader()
        let byRollups = try reader.stats(StatsQuery(range: range, by: [.model, .release], at: range.to))
        #expect(Reference.summary(byRollups) == reference.byModelAndRelease)
        let total = try reader.stats(StatsQuery(range: range, at: range.to)).total
        #expect(total == byRollups.total)
        let byRows = try reader.sums(ofRows: range, by: [.model, .release], filter: .all, operation: nil, step: nil)
        #expect(StatsResult(byRows.answer, coverage: byRows.coverage) == byRollups)

        let rows = try reader.requests(RequestsQuery(range: range, limit: 10_000))
        #expect(rows.count == reference.calls.count)
        let expected = Dictionary(uniqueKeysWithValues: whole.map { ($0.span.id, $0) })
        for row in rows {
            let (span, call) = try #require(expected[row.spanID.value])
            #expect(row.cost?.nanodollars == span.cost)
            #expect(row.call.usage == call.usage)
            #expect(row.call.finishReasons == call.finishReasons)
            #expect(row.call.responseID == call.responseID)
            #expect(
                [row.call.provider, row.call.requestModel, row.call.responseModel] == [
                    call.provider, call.requestModel, call.responseModel,
                ])
            #expect(row.flags.contains(.usage) == call.flags.contains(.usage))
        }
        let sums = try reader.sql(
            "SELECT sum(input_tokens), sum(output_tokens), round(sum(cost_usd) * 1e9) FROM calls", range: range,
            timeout: 10)
        #expect(
            sums.rows == [
                [
                    total.inputTokens.map { .integer($0) } ?? .null, total.outputTokens.map { .integer($0) } ?? .null,
                    total.cost.map { JSON(Double($0.nanodollars)) } ?? .null,
                ]
            ])
        for (text, isMeant) in [
            ("model:gpt-4o-2024-08-06", { $0.model == "gpt-4o-2024-08-06" }),
            ("provider:openai", { $0.provider == "openai" }), ("finish:length", { $0.finishReasons == ["length"] }),
        ] as [(String, (Call) -> Bool)] {
            let found = try reader.requests(
                RequestsQuery(range: range, filter: Filter(parsing: text), limit: 10_000))
            let meant = reference.calls.count { expected[$0.sample.id].map { isMeant($0.call) } ?? false }
            #expect(found.count == meant, "\(text)")
        }
        let costly = try Filter(parsing: "cost>$0.002")
        #expect(
            try reader.requests(RequestsQuery(range: range, filter: costly, limit: 10_000)).count
                == reference.calls.count { ($0.sample.cost ?? 0) > 2_000_000 })
    }

    @Test func theSpanItselfCountsFirst() throws {
        var span = SampleSpan(1, 10, at: "2026-11-24T11:00:00Z")
        (span.input, span.output, span.cost) = (100, 20, 77)
        let record = SampleSupplement(of: span, at: span.start, input: 100, output: 20, model: "gpt-4o")
        let other = SampleSupplement(of: span, at: span.end, input: 999, output: 999, model: "another")
        for requests in [[[record], [other]], [[other], [record]]] {
            let store = TemporaryStore()
            let writer = try store.writer()
            try writer.store(Telemetry([], supplements: requests[0]))
            try writer.store(Telemetry([span], supplements: []))
            try writer.store(Telemetry([], supplements: requests[1]))
            let total = try store.reader().stats(StatsQuery(range: range, at: range.to)).total
            #expect(total.calls == 1)
            #expect([total.inputTokens, total.outputTokens, total.cost?.nanodollars] == [100, 20, 77])
            writer.close()
        }
    }

    @Test func aRecordWithoutItsSpanCountsNothing() throws {
        let span = SampleSpan(1, 10, at: "2026-11-24T11:00:00Z")
        var ordinary = SampleSpan(2, 11, at: "2026-11-24T11:00:00Z")
        ordinary.operation = nil
        let store = TemporaryStore()
        let writer = try store.writer()
        let records = [span, ordinary].map { SampleSupplement(of: $0, at: $0.start, input: 5, output: 5, model: "m") }
        try writer.store(Telemetry([ordinary], supplements: records))
        let reader = try store.reader()
        #expect(try reader.stats(StatsQuery(range: range, at: range.to)).total.calls == 0)
        #expect(
            try reader.sql("SELECT count(*), sum(input_tokens) FROM spans", range: range, timeout: 10).rows == [
                [.integer(1), .null]
            ])
        writer.close()
    }

    @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
    func aJudgementFindsTheResponseThatOnlyALogNames(order: [Int]) throws {
        var span = SampleSpan(1, 10, at: "2026-11-24T11:00:00Z")
        span.model = nil
        var record = SampleSupplement(of: span, at: span.start, input: 5, output: 5, model: "gpt-4o")
        record.supplement.responseID = "chatcmpl-1"
        var score = Score(name: "faithful", time: span.end, service: "judge", environment: "prod")
        (score.value, score.responseID) = (0.25, "chatcmpl-1")
        let requests = [
            Telemetry([span], supplements: []), Telemetry([], supplements: [record]), Telemetry([], scores: [score]),
        ]
        let store = TemporaryStore()
        for index in order {
            let writer = try store.writer()
            try writer.store(requests[index])
            writer.close()
        }
        let reader = try store.reader()
        let rows = try reader.stats(StatsQuery(range: range, by: [.model], at: range.to)).rows
        #expect(rows.map(\.key) == [["gpt-4o"]])
        #expect(rows.first?.measures.scores == ["faithful": ScoreSummary(count: 1, sum: 0.25)])
        #expect(try reader.requests(RequestsQuery(range: range)).first?.scores.map(\.value) == [0.25])
    }

    @Test(arguments: [false, true])
    func theCostliestIsFoundWhenOnlyALogSaysItsUsage(reopens: Bool) throws {
        let start = Timestamp(rfc3339: "2026-11-24T03:00:00Z") ?? Timestamp(nanoseconds: 0)
        var spans = (1...5000 as ClosedRange<UInt64>).map {
            SampleSpan($0, $0, at: start.advanced(by: .milliseconds(Int64($0))))
        }
        // By themselves the first blocks hold nothing that the others do not surpass.
        for index in spans.indices where index != 7 && index != 4990 { spans[index].cost = index < 2500 ? 1000 : 2000 }
        let store = TemporaryStore()
        var writer = try store.writer()
        try writer.store(Telemetry(spans))
        if reopens {
            writer.close()
            writer = try store.writer()
        }
        // One in a block of rows that is written down, one behind it.
        for (index, input) in [(7, 900), (4990, 300)] as [(Int, Int64)] {
            var record = SampleSupplement(of: spans[index], at: spans[index].start, input: input, output: 0)
            record.supplement.provider = "openai"
            try writer.store(Telemetry([], supplements: [record]))
        }
        try writer.store(Telemetry([SampleSpan(9000, 9000, at: start.advanced(by: .hours(1)))]))
        let reader = try store.reader()
        let rows = try reader.requests(RequestsQuery(range: range, order: .costliest, limit: 2))
        #expect(rows.map { $0.cost?.nanodollars } == [900_000, 300_000])
        #expect(rows.map(\.costSource) == [.computed, .computed])
        let filter = try Filter(parsing: "provider:openai")
        #expect(try reader.requests(RequestsQuery(range: range, filter: filter)).count == 2)
        writer.close()
    }

    @Test func aSegmentOfAnEarlierVersionIsReadAndBroughtUpToDate() throws {
        let span = SampleSpan(1, 10, at: "2026-11-24T11:00:00Z")
        let store = TemporaryStore()
        let writer = try store.writer()
        try writer.store(Telemetry([span]))
        writer.close()
        let queue = try DatabaseQueue(path: store.path + "/segments/2026-11-24.db")
        try queue.write { db in
            try db.execute(
                sql: """
                    DROP VIEW whole_span; DROP TABLE supplement; DROP TABLE pending_supplement; PRAGMA user_version = 3;
                    DELETE FROM grdb_migrations WHERE identifier = '4'
                    """)
        }
        try queue.close()

        let reader = try store.reader()
        let question = "SELECT count(*), sum(input_tokens) FROM calls"
        #expect(try reader.requests(RequestsQuery(range: range)).count == 1)
        #expect(try reader.sql(question, range: range, timeout: 10).rows == [[.integer(1), .null]])
        let again = try store.writer()
        try again.store(Telemetry([], supplements: [SampleSupplement(of: span, at: span.start, input: 5, output: 7)]))
        #expect(try reader.requests(RequestsQuery(range: range)).first?.call.usage == TokenUsage(input: 5, output: 7))
        #expect(try reader.sql(question, range: range, timeout: 10).rows == [[.integer(1), .integer(5)]])
        again.close()
    }
}
