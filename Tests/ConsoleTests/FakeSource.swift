import Domain

/// A source that is held in memory: series of minutes.
struct FakeSource: TelemetrySource {
    struct Series {
        let labels: [Dimension: String]
        /// By the number of the minute since the epoch.
        let minutes: [Int64: Measures]
        /// The first and the last minute.
        let extent: ClosedRange<Int64>

        init(labels: [Dimension: String], minutes: [Int64: Measures]) {
            (self.labels, self.minutes) = (labels, minutes)
            extent = (minutes.keys.min() ?? 0)...(minutes.keys.max() ?? 0)
        }
    }

    var series: [Series] = []
    var marks: [Mark] = []
    var metricSeries: [MetricSeries] = []
    var storeSummary = StoreSummary()
    var coverage = Coverage.complete
    var traces: [TraceID: FakeTrace] = [:]
    var sessions: [String: [SessionTurn]] = [:]
    var calls: [RequestRow] = []
    var requestsCoverage = Coverage.complete
    var words = FilterVocabulary()
    var health: IngestHealth?
    var board: AlertBoard?
    var alertLog: [AlertEvent] = []
    var registry = FakeRegistry()
    var rolloutDetails: [RolloutDetail] = []

    func stats(_ query: StatsQuery) throws -> StatsResult {
        let chosen = series.filter { $0.matches(query.filter) }
        let keys = Dictionary(grouping: chosen) { series in query.by.map { series.labels[$0] } }
        let rows = keys.map {
            StatsRow(
                key: $0,
                measures: Measures(summing: $1.flatMap { $0.values(in: query.range) }, slowerThan: query.slowerThan))
        }
        .filter { $0.measures.calls > 0 }
        .sorted {
            ($1.measures.calls, $0.key.first??.description ?? "") < (
                $0.measures.calls, $1.key.first??.description ?? ""
            )
        }
        let total = Measures(summing: chosen.flatMap { $0.values(in: query.range) })
        return StatsResult(rows: rows, total: total, coverage: coverage)
    }

    func timeline(_ query: TimelineQuery) throws -> Timeline {
        let start = query.range.from.floored(to: query.step)
        let count = Int((query.range.to.since(start).count + query.step.count - 1) / query.step.count)
        let chosen = series.filter { $0.matches(query.filter) }
        let keys = Dictionary(grouping: chosen) { series in query.by.flatMap { series.labels[$0] } }
        let lines = keys.map { key, group in
            TimelineLine(
                key: key,
                points: (0..<count).map { index -> Measures? in
                    let from = start.advanced(by: Nanoseconds(query.step.count * Int64(index)))
                    let to = min(from.advanced(by: query.step), query.range.to)
                    let values = group.flatMap { $0.values(in: TimeRange(from: max(from, query.range.from), to: to)) }
                    guard !values.isEmpty else { return nil }
                    var measures = Measures(summing: values, slowerThan: query.slowerThan)
                    if let limit = query.limits[key] {
                        measures.slowCalls = values.reduce(0) { $0 + ($1.duration?.count(above: limit) ?? 0) }
                    }
                    return measures
                })
        }
        return Timeline(start: start, step: query.step, lines: lines)
    }

    func trace(_ id: TraceID) throws -> TraceDetail? { nil }
    func outline(_ id: TraceID) throws -> TraceOutline? { traces[id]?.outline }
    func reading(_ trace: TraceID, _ span: SpanID) throws -> SpanReading? { traces[trace]?.readings[span] }
    func session(_ query: SessionQuery) throws -> SessionDetail {
        SessionDetail(session: query.session, turns: sessions[query.session] ?? [])
    }
    func vocabulary(_ range: TimeRange) throws -> FilterVocabulary { words }
    func ingestHealth() throws -> IngestHealth? { health }
    func feedback(of trace: TraceID) throws -> [Feedback] { traces[trace]?.feedback ?? [] }
    func marks(_ range: TimeRange, at: Timestamp) throws -> [Mark] { marks.filter { range.contains($0.time) } }
    func metrics(_ query: MetricsQuery) throws -> [MetricSeries] { metricSeries }
    func alerts(at: Timestamp) throws -> AlertBoard? { board }
    func alertEvents(of alert: AlertID?, _ range: TimeRange, limit: Int) throws -> [AlertEvent] {
        Array(alertLog.filter { (alert == nil || $0.alert == alert) && range.contains($0.time) }.prefix(limit))
    }
    func rollouts(at: Timestamp, limit: Int) throws -> [Rollout] { Array(rolloutDetails.map(\.rollout).prefix(limit)) }
    func rollout(_ id: RolloutID, at: Timestamp) throws -> RolloutDetail? {
        rolloutDetails.first { $0.rollout.id == id }
    }
    func summary() throws -> StoreSummary { storeSummary }
    func version() throws -> Int64 { 1 }
}

extension FakeSource.Series {
    func matches(_ filter: Filter) -> Bool {
        filter.terms.allSatisfy { term in
            guard case .equals(let dimension, let values) = term.condition else { return true }
            return values.contains(labels[dimension] ?? "unknown") != term.isNegated
        }
    }

    func values(in range: TimeRange) -> [Measures] {
        let minute: Int64 = 60_000_000_000
        let first = max(
            range.from.nanoseconds / minute + (range.from.nanoseconds % minute > 0 ? 1 : 0), extent.lowerBound)
        let last = min((range.to.nanoseconds &- 1) / minute, extent.upperBound)
        return first <= last ? (first...last).compactMap { minutes[$0] } : []
    }
}

extension Measures {
    /// The sum; quantiles are averaged by their counts, which is good enough for a picture.
    ///
    /// - Parameter slowerThan: calls that took longer are counted as the quantiles of their minute tell.
    init(summing parts: [Measures], slowerThan limit: Double? = nil) {
        self.init()
        slowCalls = limit.map { limit in parts.reduce(0) { $0 + ($1.duration?.calls(above: limit) ?? 0) } }
        func sum(_ path: KeyPath<Measures, Int64?>) -> Int64? {
            let known = parts.compactMap { $0[keyPath: path] }
            return known.isEmpty ? nil : known.reduce(0, +)
        }
        calls = parts.reduce(0) { $0 + $1.calls }
        errors = parts.reduce(0) { $0 + $1.errors }
        unpricedCalls = parts.reduce(0) { $0 + $1.unpricedCalls }
        inputTokens = sum(\.inputTokens)
        outputTokens = sum(\.outputTokens)
        cacheReadTokens = sum(\.cacheReadTokens)
        let costs = parts.compactMap(\.cost)
        cost = costs.isEmpty ? nil : costs.reduce(.zero, +)
        duration = Quantiles(averaging: parts.compactMap(\.duration))
        timeToFirstToken = Quantiles(averaging: parts.compactMap(\.timeToFirstToken))
        for part in parts {
            scores.merge(part.scores) { ScoreSummary(count: $0.count + $1.count, sum: $0.sum + $1.sum) }
        }
    }
}

extension Quantiles {
    func calls(above limit: Double) -> Int64 {
        let share = p50 > limit ? 0.5 : p90 > limit ? 0.1 : p95 > limit ? 0.05 : p99 > limit ? 0.01 : 0
        return Int64(Double(count) * share)
    }

    /// How many values are above `limit`, with straight lines between the quantiles.
    func count(above limit: Double) -> Int64 {
        let points = [(0.5, p50), (0.9, p90), (0.95, p95), (0.99, p99), (1, max)]
        guard let next = points.firstIndex(where: { $0.1 > limit }) else { return 0 }
        let (low, high) = (next == 0 ? (0, 0) : points[next - 1], points[next])
        let share = high.0 - (high.0 - low.0) * (high.1 - limit) / Swift.max(high.1 - low.1, 1e-9)
        return Int64((Double(count) * (1 - share)).rounded())
    }

    init?(averaging parts: [Quantiles]) {
        let count = parts.reduce(0) { $0 + $1.count }
        guard count > 0 else { return nil }
        func mean(_ path: KeyPath<Quantiles, Double>) -> Double {
            parts.reduce(0) { $0 + $1[keyPath: path] * Double($1.count) } / Double(count)
        }
        self.init(
            count: count, p50: mean(\.p50), p90: mean(\.p90), p95: mean(\.p95), p99: mean(\.p99),
            max: parts.map(\.max).max() ?? 0)
    }
}
