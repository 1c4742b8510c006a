import Domain
import Testing

@testable import Storage

/// A judgement counts with the call that it judges, whichever of them comes first, and once.
@Suite struct ScoreTests {
    private let range = ArrivalOrderTests.range

    private func score(_ value: Double?, of span: SampleSpan? = nil, response: String? = nil, at time: String) -> Score
    {
        var score = Score(
            name: "faithful", time: Timestamp(rfc3339: time) ?? Timestamp(nanoseconds: 0), service: "judge",
            environment: "prod")
        score.value = value
        score.traceID = span?.traceID
        score.spanID = span.flatMap { SpanID($0.id) }
        score.responseID = response
        return score
    }

    @Test(arguments: [true, false], [true, false])
    func countsInTheSeriesOfItsCall(byResponse: Bool, scoreFirst: Bool) throws {
        var root = SampleSpan(1, 10, at: "2026-11-23T23:59:50Z")
        (root.operation, root.release, root.milliseconds) = (.invokeAgent, "r42", 20_000)
        var call = SampleSpan(1, 11, parent: 10, at: "2026-11-23T23:59:51Z")
        call.responseID = "chatcmpl-1"
        let time = "2026-11-24T00:03:00Z"
        let score = byResponse ? score(0.25, response: "chatcmpl-1", at: time) : score(0.25, of: call, at: time)
        let store = TemporaryStore()
        let writer = try store.writer()
        let requests = [Telemetry([], scores: [score]), Telemetry([call]), Telemetry([root])]
        for request in scoreFirst ? requests : [requests[1], requests[2], requests[0]] { try writer.store(request) }
        #expect(try writer.store(requests[0]).duplicates == 1)

        let reader = try store.reader()
        for _ in 0..<2 {
            let rows = try reader.stats(StatsQuery(range: range, by: [.release], at: range.to)).rows
            #expect(rows.map(\.key) == [["r42"]])
            #expect(rows.first?.measures.scores == ["faithful": ScoreSummary(count: 1, sum: 0.25)])
            let total = try reader.stats(StatsQuery(range: range, at: range.to)).total
            #expect(total.scores == ["faithful": ScoreSummary(count: 1, sum: 0.25)])
            #expect(try reader.requests(RequestsQuery(range: range)).first?.scores.map(\.value) == [0.25])
            let filter = try Filter(parsing: "score.faithful<0.5")
            #expect(try reader.stats(StatsQuery(range: range, filter: filter, at: range.to)).total.calls == 1)
            // Folded or not makes no difference.
            writer.close()
        }
    }

    @Test func aScoreOfAnUnknownCallCountsBesideTheCalls() throws {
        let store = TemporaryStore()
        let writer = try store.writer()
        try writer.store(Telemetry([], scores: [score(1, response: "nobody", at: "2026-11-24T11:00:00Z")]))
        let total = try store.reader().stats(StatsQuery(range: range, at: range.to)).total
        #expect(total.calls == 0)
        #expect(total.scores == ["faithful": ScoreSummary(count: 1, sum: 1)])
        // It is no call of a model that nobody named.
        #expect(try store.reader().stats(StatsQuery(range: range, by: [.model], at: range.to)).rows.isEmpty)
        writer.close()
    }

    @Test func aScoreWithoutAValueIsKeptAndNotSummed() throws {
        let call = SampleSpan(1, 11, at: "2026-11-24T11:00:00Z")
        let store = TemporaryStore()
        let writer = try store.writer()
        var failed = score(nil, of: call, at: "2026-11-24T11:00:05Z")
        failed.errorType = "timeout"
        try writer.store(Telemetry([call], scores: [failed, score(.nan, of: call, at: "2026-11-24T11:00:06Z")]))
        let reader = try store.reader()
        #expect(try reader.stats(StatsQuery(range: range, at: range.to)).total.scores.isEmpty)
        #expect(try reader.requests(RequestsQuery(range: range)).first?.scores.map(\.errorType) == ["timeout", nil])
        writer.close()
    }
}
