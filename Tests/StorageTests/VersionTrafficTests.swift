import Domain
import Testing

@testable import Storage

@Suite struct VersionTrafficTests {
    private let range = ArrivalOrderTests.range

    @Test func readsWhatTheCallsOfAVersionMeasured() throws {
        let spans = (1...20 as ClosedRange<UInt64>).map { number -> SampleSpan in
            var span = SampleSpan(number, number, at: "2026-11-24T10:00:00Z")
            span.prompt = number <= 12 ? "support-answer" : "other"
            (span.input, span.output, span.cost) = (100, Int64(number), 1_000_000)
            (span.ttft, span.isError) = (200, number == 3)
            return span
        }
        let scores = [spans[0], spans[1], spans[15]].map { span in
            var score = Score(name: "faithful", time: span.end, service: "judge", environment: "prod")
            (score.value, score.traceID, score.spanID) = (0.5, span.traceID, SpanID(span.id))
            return score
        }
        let store = TemporaryStore()
        let writer = try store.writer()
        try writer.store(Telemetry(spans, scores: scores))
        let prompt = EvaluatedPrompt(name: "support-answer", version: 7)
        let traffic = try store.reader().traffic(of: prompt, range, at: range.to)
        #expect((traffic.calls, traffic.errors) == (12, 1))
        #expect(traffic.outputTokens.total == 12)
        #expect(traffic.durations.quantile(0.5).map { abs($0 - 1) < 0.02 } == true)
        #expect(traffic.costs.total == 12)
        #expect(traffic.timesToFirstToken.total == 12)
        #expect(traffic.scores == ["faithful": [0.5, 0.5]])
        let nobody = EvaluatedPrompt(name: "support-answer", version: 6)
        #expect(try store.reader().traffic(of: nobody, range, at: range.to) == VersionTraffic())
        #expect(try store.reader().traffic(of: prompt, range, at: range.from).calls == 0)
        writer.close()
    }

    @Test func aStoreWithoutEvaluationsHasNone() throws {
        let store = TemporaryStore()
        let writer = try store.writer()
        #expect(try store.reader().evaluationRuns(of: nil, limit: 10).isEmpty)
        #expect(try store.reader().evaluation(EvaluationRunID(rawValue: 1)) == nil)
        writer.close()
    }
}
