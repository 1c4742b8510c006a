import Domain

/// Calls that are known by the minute: what a store would answer about them, from sums as it does.
struct MadeUpCalls: TelemetrySource {
    /// Calls of one minute that are alike.
    struct Entry {
        /// Minutes since 1970.
        var minute: Int64
        var labels: [Dimension: String]
        var calls: Int64
        var errors: Int64 = 0
        var seconds = 1.0
        var dollars: Double? = 0.01
        var tokens: Int64? = 1000
        var score: (name: String, mean: Double)?
    }

    struct Broken: Error, CustomStringConvertible { var description: String { "the disk is gone" } }

    var entries: [Entry] = []
    /// Environments about which nothing can be read.
    var broken: Set<String> = []
    /// How many questions were asked.
    let asked = Counter()

    final class Counter {
        var count = 0
    }

    init(_ entries: [Entry] = []) { self.entries = entries }

    func stats(_ query: StatsQuery) throws -> StatsResult {
        asked.count += 1
        let found = try entries(query.range, query.filter, at: query.at)
        let groups = Dictionary(grouping: found) { entry in query.by.map { entry.labels[$0] } }
        let rows = groups.map { StatsRow(key: $0.key, measures: Self.measures($0.value, query.slowerThan)) }
        return StatsResult(
            rows: rows.sorted { $0.measures.calls > $1.measures.calls }, total: Self.measures(found, query.slowerThan),
            coverage: .complete)
    }

    func timeline(_ query: TimelineQuery) throws -> Timeline {
        asked.count += 1
        let step = max(1, query.step.count / 60_000_000_000)
        let found = try entries(query.range, query.filter, at: query.at)
        let first = Self.minute(query.range.from) / step * step
        let count = (Self.minute(query.range.to.advanced(by: Nanoseconds(-1))) - first) / step + 1
        let groups = query.by.map { by in Dictionary(grouping: found) { $0.labels[by] } } ?? [nil: found]
        return Timeline(
            start: Timestamp(seconds: first * 60), step: .minutes(step),
            lines: groups.map { key, entries in
                let steps = Dictionary(grouping: entries) { ($0.minute - first) / step }
                return TimelineLine(
                    key: key, points: (0..<count).map { steps[$0].map { Self.measures($0, query.slowerThan) } })
            })
    }

    private func entries(_ range: TimeRange, _ filter: Filter, at moment: Timestamp) throws -> [Entry] {
        let (first, last) = (Self.minute(range.from), Self.minute(min(range.to, moment).advanced(by: Nanoseconds(-1))))
        for case .equals(.environment, let values) in filter.terms.map(\.condition)
        where !broken.isDisjoint(with: values) { throw Broken() }
        return entries.filter { entry in
            entry.minute >= first && entry.minute <= last
                && filter.terms.allSatisfy { term in
                    guard case .equals(let dimension, let values) = term.condition else { return false }
                    return values.contains { want in
                        entry.labels[dimension].map { TextPattern(want).matches($0) } ?? (want == "unknown")
                    } != term.isNegated
                }
        }
    }

    private static func minute(_ moment: Timestamp) -> Int64 {
        moment.floored(to: .minutes(1)).nanoseconds / 60_000_000_000
    }

    private static func measures(_ entries: [Entry], _ limit: Double?) -> Measures {
        var measures = Measures()
        var durations: [(seconds: Double, calls: Int64)] = []
        for entry in entries {
            measures.calls += entry.calls
            measures.errors += entry.errors
            if let tokens = entry.tokens { measures.inputTokens = (measures.inputTokens ?? 0) + tokens * entry.calls }
            if let dollars = entry.dollars {
                measures.cost = (measures.cost ?? .zero) + (Money(usd: dollars * Double(entry.calls)) ?? .zero)
            } else {
                measures.unpricedCalls += entry.calls
            }
            durations.append((entry.seconds, entry.calls))
            if let score = entry.score {
                let old = measures.scores[score.name] ?? ScoreSummary(count: 0, sum: 0)
                measures.scores[score.name] = ScoreSummary(
                    count: old.count + entry.calls, sum: old.sum + score.mean * Double(entry.calls))
            }
        }
        measures.duration = quantiles(durations)
        measures.slowCalls = limit.map { limit in durations.reduce(0) { $0 + ($1.seconds > limit ? $1.calls : 0) } }
        return measures
    }

    private static func quantiles(_ values: [(seconds: Double, calls: Int64)]) -> Quantiles? {
        let count = values.reduce(0) { $0 + $1.calls }
        guard count > 0 else { return nil }
        let sorted = values.sorted { $0.seconds < $1.seconds }
        func quantile(_ q: Double) -> Double {
            var sum: Int64 = 0
            for value in sorted {
                sum += value.calls
                if Double(sum) >= q * Double(count) { return value.seconds }
            }
            return 0
        }
        return Quantiles(
            count: count, p50: quantile(0.5), p90: quantile(0.9), p95: quantile(0.95), p99: quantile(0.99),
            max: quantile(1))
    }

    func requests(_ query: RequestsQuery, watch: SearchWatch) throws -> RequestsPage { throw Broken() }
    func trace(_ id: TraceID) throws -> TraceDetail? { nil }
    func outline(_ id: TraceID) throws -> TraceOutline? { nil }
    func reading(_ trace: TraceID, _ span: SpanID) throws -> SpanReading? { nil }
    func session(_ query: SessionQuery) throws -> SessionDetail { throw Broken() }
    func vocabulary(_ range: TimeRange) throws -> FilterVocabulary { FilterVocabulary() }
    func feedback(of trace: TraceID) throws -> [Feedback] { [] }
    func ingestHealth() throws -> IngestHealth? { nil }
    func marks(_ range: TimeRange, at: Timestamp) throws -> [Mark] { [] }
    func metrics(_ query: MetricsQuery) throws -> [MetricSeries] { [] }
    func alerts(at: Timestamp) throws -> AlertBoard? { nil }
    func alertEvents(of alert: AlertID?, _ range: TimeRange, limit: Int) throws -> [AlertEvent] { [] }
    func summary() throws -> StoreSummary { StoreSummary() }
    func version() throws -> Int64 { 0 }
}
