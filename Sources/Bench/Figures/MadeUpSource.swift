import Domain
import Glibc

/// Answers without a store, so that drawing can be measured alone.
struct MadeUpSource: TelemetrySource {
    private func measures(_ index: Int) -> Measures {
        var measures = Measures()
        let wave = sin(Double(index) / 5) + 2
        (measures.calls, measures.errors) = (Int64(1000 * wave), Int64(4 * wave))
        (measures.inputTokens, measures.outputTokens, measures.cacheReadTokens) = (900_000, 120_000, 300_000)
        measures.cost = Money(nanodollars: 4_100_000_000)
        measures.duration = Quantiles(
            count: measures.calls, p50: 0.6 * wave, p90: wave, p95: 1.4 * wave, p99: 3 * wave, max: 9)
        measures.timeToFirstToken = Quantiles(
            count: measures.calls, p50: 0.2, p90: 0.3, p95: 0.4 * wave, p99: 0.8, max: 1)
        measures.scores = ["faithfulness": ScoreSummary(count: 100, sum: 93)]
        return measures
    }

    func stats(_ query: StatsQuery) throws -> StatsResult {
        let rows = (0..<40).map { StatsRow(key: ["support-answer@r\($0)"], measures: measures($0)) }
        return StatsResult(rows: rows, total: measures(0), coverage: .complete)
    }

    func timeline(_ query: TimelineQuery) throws -> Timeline {
        let start = query.range.from.floored(to: query.step)
        let count = Int(query.range.to.since(start).count / max(1, query.step.count)) + 1
        let keys: [String?] = query.by == nil ? [nil] : (0..<40).map { "support-answer@r\($0)" }
        return Timeline(
            start: start, step: query.step,
            lines: keys.map { TimelineLine(key: $0, points: (0..<count).map { measures($0) }) })
    }

    func requests(_ query: RequestsQuery, watch: SearchWatch) throws -> RequestsPage { RequestsPage(rows: []) }
    func trace(_ id: TraceID) throws -> TraceDetail? { nil }
    func outline(_ id: TraceID) throws -> TraceOutline? { nil }
    func reading(_ trace: TraceID, _ span: SpanID) throws -> SpanReading? { nil }
    func session(_ query: SessionQuery) throws -> SessionDetail { SessionDetail(session: query.session, turns: []) }
    func ingestHealth() throws -> IngestHealth? { nil }
    func vocabulary(_ range: TimeRange) throws -> FilterVocabulary { FilterVocabulary() }
    func feedback(of trace: TraceID) throws -> [Feedback] { [] }
    func marks(_ range: TimeRange, at: Timestamp) throws -> [Mark] {
        [
            Mark(
                time: range.to.advanced(by: .minutes(-5)), kind: .release, service: nil,
                text: "new release support-answer@r42")
        ]
    }
    func metrics(_ query: MetricsQuery) throws -> [MetricSeries] { [] }
    func alerts(at: Timestamp) throws -> AlertBoard? { nil }
    func alertEvents(of alert: AlertID?, _ range: TimeRange, limit: Int) throws -> [AlertEvent] { [] }
    func summary() throws -> StoreSummary {
        var summary = StoreSummary()
        (summary.spans, summary.calls, summary.environments, summary.services) = (
            1_000_000, 200_000, ["prod"], ["support-bot"]
        )
        return summary
    }
    func version() throws -> Int64 { 1 }
}
