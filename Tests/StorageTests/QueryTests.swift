import Domain
import Testing

@testable import Storage

/// Answers against what is known of the spans.
@Suite struct QueryTests {
    private let start = Timestamp(rfc3339: "2026-11-24T10:00:00Z") ?? Timestamp(nanoseconds: 0)
    private var range: TimeRange { TimeRange(from: start, to: start.advanced(by: .hours(2))) }

    /// A call without a known cost is unpriced, except one that failed before a token was counted: that costs nothing.
    @Test func callsThatFailedBeforeATokenLackNoPrice() throws {
        var failed = SampleSpan(1, 1, at: start)
        failed.isError = true
        var failedLate = SampleSpan(2, 2, at: start)
        (failedLate.isError, failedLate.input) = (true, 100)
        let silent = SampleSpan(3, 3, at: start)
        var priced = SampleSpan(4, 4, at: start)
        (priced.input, priced.output, priced.cost) = (10, 10, 1000)
        let store = TemporaryStore()
        let writer = try store.writer()
        try writer.store(Telemetry([failed, failedLate, silent, priced]))
        writer.close()
        let total = try store.reader().stats(StatsQuery(range: range, at: range.to)).total
        #expect(total.calls == 4 && total.unpricedCalls == 2 && total.cost == Money(nanodollars: 1000))
    }

    @Test("users over hours: those that cost most, with every call of theirs, folded or not", arguments: [false, true])
    func usersOverTime(isOpen: Bool) throws {
        let store = TemporaryStore()
        let writer = try store.writer()
        var samples = samples(20_000)
        for index in samples.indices where index % 5 == 0 { samples[index].user = "guest-\(index)" }
        try writer.store(Telemetry(samples))
        if !isOpen { writer.close() }
        defer { writer.close() }
        let query = TimelineQuery(range: range, step: .hours(1), by: .user, at: range.to)
        let timeline = try store.reader().timeline(query)
        #expect(timeline.start == start && timeline.lines.count == 200)
        #expect(Set(timeline.lines.prefix(11).map(\.key)) == Set((0..<11).map { "user-\($0)" }))
        for line in timeline.lines {
            for (hour, point) in line.points.enumerated() {
                let from = start.advanced(by: .hours(Int64(hour)))
                let range = TimeRange(from: from, to: from.advanced(by: .hours(1)))
                let own = samples.filter { $0.user == line.key && range.contains($0.end) }
                #expect(point?.calls ?? 0 == Int64(own.count))
                #expect((point?.cost?.nanodollars ?? 0) == own.reduce(0) { $0 + ($1.cost ?? 0) })
            }
        }
    }

    /// Calls with log-normal, two-humped lengths, several users, models and releases.
    private func samples(_ count: UInt64) -> [SampleSpan] {
        var random = SeededGenerator(seed: 5)
        return (1...count).map { id in
            var span = SampleSpan(id, id, at: start.advanced(by: .milliseconds(Int64(id) * 300)))
            let normal = (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &random) }
            let slow = Int.random(in: 0..<4, using: &random) == 0
            span.milliseconds = Int64((slow ? 9000 : 700) * exponential(normal * 0.5))
            (span.model, span.release) = ("model-\(id % 3)", "r\(id % 2)")
            (span.user, span.session) = ("user-\(id % 11)", "session-\(id % 500)")
            (span.input, span.output, span.cost) = (Int64(id % 900), 10, Int64(id % 700) * 1000)
            span.ttft = id % 2 == 0 ? Int64(id % 800) : nil
            span.isError = id % 50 == 0
            span.text = id == 77 ? "a refund for the Ticket" : "hello"
            return span
        }
    }

    private func exponential(_ x: Double) -> Double {
        (1...30).reduce((sum: 1.0, term: 1.0)) { ($0.sum + $0.term * x / Double($1), $0.term * x / Double($1)) }.sum
    }

    private func store(_ samples: [SampleSpan], options: StoreOptions = TemporaryStore.options) throws -> TemporaryStore
    {
        let store = TemporaryStore()
        let writer = try store.writer(options)
        for start in stride(from: 0, to: samples.count, by: 500) {
            try writer.store(Telemetry(Array(samples[start..<min(start + 500, samples.count)])))
        }
        writer.close()
        return store
    }

    @Test func percentilesAreWithinOnePercent() throws {
        let samples = samples(9000)
        let total = try store(samples).reader().stats(StatsQuery(range: range, at: range.to)).total
        func check(_ quantiles: Quantiles?, _ values: [Double]) throws {
            let (quantiles, sorted) = (try #require(quantiles), values.sorted())
            #expect(quantiles.count == Int64(values.count))
            for (q, value) in [
                (0.5, quantiles.p50), (0.9, quantiles.p90), (0.95, quantiles.p95), (0.99, quantiles.p99),
            ] {
                let exact = sorted[Int((q * Double(sorted.count)).rounded(.up)) - 1]
                #expect(abs(value - exact) <= exact * 0.01)
            }
            let longest = try #require(sorted.last)
            #expect(quantiles.max >= longest && quantiles.max <= longest * 1.022)
        }
        try check(total.duration, samples.map { Double($0.milliseconds) / 1000 })
        try check(total.timeToFirstToken, samples.compactMap { $0.ttft.map { Double($0) / 1000 } })
    }

    @Test(arguments: RequestsQuery.Order.allCases)
    func requestsComeInTheOrderAskedFor(order: RequestsQuery.Order) throws {
        let samples = samples(9000)
        let reader = try store(samples).reader()
        func rank(_ span: SampleSpan) -> (Int64, Int64, Timestamp) {
            switch order {
            case .newest: (0, 0, span.end)
            case .oldest: (0, -span.end.nanoseconds, span.end)
            case .slowest: (0, span.milliseconds, span.end)
            case .costliest: (0, span.cost ?? -1, span.end)
            case .worst: (span.isError ? 1 : 0, span.milliseconds, span.end)
            }
        }
        let all = samples.filter { range.contains($0.end) }.sorted { rank($0) > rank($1) }
        let rows = try reader.requests(RequestsQuery(range: range, order: order, limit: 250))
        #expect(rows.map(\.spanID.value) == all.prefix(250).map(\.id))
        let filter = try Filter(parsing: "model:model-1 -release:r1 latency>2s tokens<800")
        let some = all.filter {
            $0.model == "model-1" && $0.release != "r1" && $0.milliseconds > 2000
                && ($0.input ?? 0) + ($0.output ?? 0) < 800
        }
        let found = try reader.requests(RequestsQuery(range: range, filter: filter, order: order, limit: 100))
        #expect(found.map(\.spanID.value) == some.prefix(100).map(\.id))
    }

    @Test func filtersAndGroupsThatOnlyRowsCanAnswer() throws {
        let samples = samples(2000)
        let reader = try store(samples).reader()
        func calls(_ filter: String) throws -> Int64 {
            try reader.stats(StatsQuery(range: range, filter: Filter(parsing: filter), at: range.to)).total.calls
        }
        #expect(try calls("user:user-3") == Int64(samples.count { $0.user == "user-3" }))
        #expect(try calls("status:error") == Int64(samples.count(where: \.isError)))
        #expect(try calls("-status:error release:r1") == Int64(samples.count { !$0.isError && $0.release == "r1" }))
        #expect(try calls("error:timeout,other") == Int64(samples.count(where: \.isError)))
        let byUser = try reader.stats(StatsQuery(range: range, by: [.user], at: range.to))
        #expect(byUser.coverage == .complete)
        #expect(byUser.rows.count == 11)
        #expect(byUser.rows.allSatisfy { row in row.measures.calls == Int64(samples.count { $0.user == row.key[0] }) })
        #expect(byUser.rows.allSatisfy { $0.measures.duration != nil })
    }

    @Test func manyValuedKeysOfManyCallsComeFromHourlySums() throws {
        let samples = samples(60_000)
        let store = try store(samples)
        let day = TimeRange(from: start, to: start.advanced(by: .hours(6)))
        let result = try store.reader().stats(StatsQuery(range: day, by: [.user], at: day.to))
        #expect(result.total.calls == 60_000)
        #expect(result.rows.count == 11)
        #expect(result.rows.reduce(0) { $0 + $1.measures.calls } == 60_000)
        let third = result.rows.first { $0.key == ["user-3"] }
        #expect(
            third?.measures.cost?.nanodollars
                == samples.filter { $0.user == "user-3" }.reduce(0) { $0 + ($1.cost ?? 0) })
    }

    @Test func beyondTheLimitNewSeriesAreOther() throws {
        var options = TemporaryStore.options
        options.seriesLimit = 20
        let samples = (1...400 as ClosedRange<UInt64>).map { id in
            var span = SampleSpan(id, id, at: start)
            (span.model, span.service, span.release) = ("model-\(id)", "service-\(id % 2)", "r\(id % 3)")
            return span
        }
        let reader = try store(samples, options: options).reader()
        let models = try reader.stats(StatsQuery(range: range, by: [.model], at: range.to))
        #expect(models.total.calls == 400)
        #expect(models.rows.first?.key == ["other"])
        #expect(models.rows.count <= 21)
        // Release and service are kept as long as there is room.
        for (dimension, values) in [(Dimension.release, 3), (.service, 2)] {
            let groups = try reader.stats(StatsQuery(range: range, by: [dimension], at: range.to)).rows
            #expect(groups.count == values)
            #expect(!groups.contains { $0.key == ["other"] })
        }
    }

    @Test func anOperationOfItsOwnCanBeAskedFor() throws {
        var embedding = SampleSpan(1, 11, parent: 10, at: start)
        (embedding.operation, embedding.input) = (.embeddings, 40)
        var agent = SampleSpan(1, 10, at: start)
        (agent.operation, agent.input) = (.invokeAgent, 99_999)
        let reader = try store([embedding, agent]).reader()
        #expect(try reader.stats(StatsQuery(range: range, at: range.to)).total == Measures())
        let embeddings = try reader.stats(StatsQuery(range: range, operation: .embeddings, at: range.to)).total
        #expect((embeddings.calls, embeddings.inputTokens) == (1, 40))
        // What an agent claims is never summed.
        let agents = try reader.stats(StatsQuery(range: range, operation: .invokeAgent, at: range.to)).total
        #expect((agents.calls, agents.inputTokens) == (1, nil))
        #expect(try reader.requests(RequestsQuery(range: range)).isEmpty)
        let filter = try Filter(parsing: "operation:invoke_agent")
        #expect(try reader.requests(RequestsQuery(range: range, filter: filter)).count == 1)
    }

    @Test func nothingLaterThanTheMomentIsLookedAt() throws {
        let samples = samples(2000)
        let reader = try store(samples).reader()
        let at = start.advanced(by: .minutes(5))
        let total = try reader.stats(StatsQuery(range: range, at: at)).total
        #expect(total.calls == Int64(samples.count { $0.end < at }))
    }

    @Test func whatIsNewIsMarkedOnce() throws {
        var first = SampleSpan(1, 10, at: "2026-11-23T10:00:00Z")
        (first.release, first.prompt) = ("r41", "answer")
        var second = SampleSpan(2, 20, at: "2026-11-24T10:00:00Z")
        (second.release, second.prompt) = ("r41", "answer")
        var third = SampleSpan(3, 30, at: "2026-11-24T10:30:00Z")
        (third.release, third.prompt) = ("r42", "answer")
        var telemetry = Telemetry([third])
        telemetry.spans[0].call.responseModel = "gpt-4o-2026"
        let store = TemporaryStore()
        let writer = try store.writer()
        try writer.store(telemetry)
        try writer.store(Telemetry([second, first]))
        let reader = try store.reader()
        let marks = try reader.marks(range, at: range.to)
        #expect(marks.map(\.kind) == [.model, .release])
        #expect(marks.map(\.time) == [third.end, third.end])
        #expect(
            marks.map(\.text) == [
                "gpt-4o now answers as gpt-4o-2026, before as gpt-4o", "release r42 of support-bot",
            ])
        #expect(try reader.marks(range, at: third.start).isEmpty)
        writer.close()
    }

    @Test func logsComeBackWithTheirSpanAndOnce() throws {
        let span = SampleSpan(1, 10, at: start)
        let log = span.encoded + Array("said".utf8)
        let store = TemporaryStore()
        var writer = try store.writer()
        #expect(try writer.store(Telemetry([], logs: [log, span.encoded])).stored == 2)
        try writer.store(Telemetry([span]))
        #expect(try writer.store(Telemetry([], logs: [log])).duplicates == 1)
        writer.close()
        writer = try store.writer()
        #expect(try writer.store(Telemetry([], logs: [log])).duplicates == 1)
        let detail = try #require(try store.reader().trace(span.traceID))
        #expect(detail.spans.map { $0.logs.count } == [2])
        #expect(detail.spans.first?.logs.contains { Array($0.encoded) == log } == true)
        writer.close()
    }

    @Test func sqlReadsAndNothingElse() throws {
        var options = TemporaryStore.options
        options.segmentSpans = 1000
        let samples = samples(15_000)
        let store = try store(samples, options: options)
        let reader = try store.reader()
        // More segments than can be attached at once.
        #expect(try StoreDirectory(existing: store.path).segmentNames().count > 10)
        let whole = TimeRange(from: start, to: start.advanced(by: .hours(12)))
        let result = try reader.sql(
            "select model_count, n from (select count(distinct response_model) as model_count, count(*) as n from calls)",
            range: whole, timeout: 60)
        #expect(result.columns == ["model_count", "n"])
        #expect(result.rows == [[.integer(3), .integer(15_000)]])
        let hours = try reader.sql("select sum(calls), sum(errors) from hours", range: whole, timeout: 60)
        #expect(hours.rows == [[.integer(15_000), .integer(300)]])
        for query in [
            "delete from spans", "attach 'x' as y", "pragma user_version = 3", "select 1; select 2", "selec 1", "",
            "create table x (y)",
        ] {
            #expect(throws: StoreError.self) { try reader.sql(query, range: whole, timeout: 60) }
        }
        let endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"
        #expect(throws: StoreError.timedOut(seconds: 0.05)) { try reader.sql(endless, range: whole, timeout: 0.05) }
    }

    @Test func theSummaryCountsEverything() throws {
        let samples = samples(5000)
        let summary = try store(samples).reader().summary()
        #expect((summary.spans, summary.calls) == (5000, 5000))
        #expect(summary.oldest == samples.map(\.end).min())
        #expect(summary.newest == samples.map(\.end).max())
        #expect((summary.environments, summary.services) == (["prod"], ["support-bot"]))
        #expect(summary.bytes > 0)
        #expect(summary.collector == nil)
        let empty = TemporaryStore()
        let writer = try empty.writer()
        let nothing = try empty.reader().summary()
        #expect((nothing.spans, nothing.newest) == (0, nil))
        #expect(
            try empty.reader().sql("select count(*) from spans, calls, hours", range: range, timeout: 5).rows == [
                [.integer(0)]
            ])
        writer.close()
    }

    @Test func theVersionChangesWithEveryCommit() throws {
        let store = TemporaryStore()
        let writer = try store.writer()
        let reader = try store.reader()
        let before = try reader.version()
        #expect(try reader.version() == before)
        try writer.store(Telemetry(samples(1)))
        #expect(try reader.version() != before)
        writer.close()
    }
}
