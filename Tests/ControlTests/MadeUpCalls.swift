import Domain
import Statistics

/// Calls that are known by the minute: what a store answers about them from its sums, cut to whole minutes as it does.
struct MadeUpCalls: TelemetrySource {
    /// Calls of one minute and one combination of labels.
    struct Entry {
        var labels: [Dimension: String]
        var calls: Int64 = 0
        var errors: Int64 = 0
        var unpriced: Int64 = 0
        var dollars: Double?
        var tokens: Int64?
        var durations = QuantileSketch()
        var firstTokens = QuantileSketch()
        var scores: [String: ScoreSummary] = [:]

        init(_ labels: [Dimension: String]) { self.labels = labels }
    }

    struct Broken: Error, CustomStringConvertible { var description: String { "the disk is gone" } }

    final class Counter { var count = 0 }

    /// By minutes since 1970.
    private var minutes: [Int64: [[Dimension: String]: Entry]] = [:]
    /// Environments about which nothing can be read.
    var broken: Set<String> = []
    /// How many questions were asked.
    let asked = Counter()

    /// Adds `calls` that ended in the minute of `moment`.
    mutating func add(
        _ calls: Int64, at moment: Timestamp, _ labels: [Dimension: String] = [:], seconds: Double = 1,
        errors: Int64 = 0, dollars: Double? = 0.01, tokens: Int64? = 1000, score: (name: String, value: Double)? = nil
    ) {
        change(moment, labels) { entry in
            entry.calls += calls
            entry.errors += errors
            entry.durations.add(seconds, count: calls)
            entry.firstTokens.add(seconds / 4, count: calls)
            if let dollars {
                entry.dollars = (entry.dollars ?? 0) + dollars * Double(calls)
            } else {
                entry.unpriced += calls
            }
            if let tokens { entry.tokens = (entry.tokens ?? 0) + tokens * calls }
            if let score {
                let old = entry.scores[score.name] ?? ScoreSummary(count: 0, sum: 0)
                entry.scores[score.name] = ScoreSummary(
                    count: old.count + calls, sum: old.sum + score.value * Double(calls))
            }
        }
    }

    mutating func change(_ moment: Timestamp, _ labels: [Dimension: String], _ body: (inout Entry) -> Void) {
        body(&minutes[Self.minute(moment), default: [:]][labels, default: Entry(labels)])
    }

    func stats(_ query: StatsQuery) throws -> StatsResult {
        asked.count += 1
        var groups: [[String?]: Entry] = [:]
        var total = Entry([:])
        for (_, entry) in try entries(query.range, query.filter, at: query.at) {
            groups[query.by.map { entry.labels[$0] }, default: Entry([:])].add(entry)
            total.add(entry)
        }
        let rows = groups.map { StatsRow(key: $0.key, measures: $0.value.measures(query.slowerThan)) }
        return StatsResult(
            rows: rows.sorted { $0.measures.calls > $1.measures.calls }, total: total.measures(query.slowerThan),
            coverage: .complete)
    }

    func timeline(_ query: TimelineQuery) throws -> Timeline {
        asked.count += 1
        let step = max(1, query.step.count / 60_000_000_000)
        let first = Self.minute(query.range.from) / step * step
        let count = Int((Self.minute(query.range.to.advanced(by: Nanoseconds(-1))) - first) / step + 1)
        let by = query.by.map { [$0] + query.further } ?? []
        var lines: [[String?]: [Int: Entry]] = by.isEmpty ? [[]: [:]] : [:]
        for (minute, entry) in try entries(query.range, query.filter, at: query.at) {
            let key = by.map { entry.labels[$0] }
            lines[key, default: [:]][Int((minute - first) / step), default: Entry([:])].add(entry)
        }
        return Timeline(
            start: Timestamp(seconds: first * 60), step: .minutes(step),
            lines: lines.map { key, steps in
                var line = TimelineLine(
                    key: key.first ?? nil, points: (0..<count).map { steps[$0]?.measures(query.slowerThan) })
                line.further = Array(key.dropFirst())
                return line
            })
    }

    private func entries(_ range: TimeRange, _ filter: Filter, at moment: Timestamp) throws -> [(Int64, Entry)] {
        for case .equals(.environment, let values) in filter.terms.map(\.condition)
        where !broken.isDisjoint(with: values) { throw Broken() }
        let (first, last) = (Self.minute(range.from), Self.minute(min(range.to, moment).advanced(by: Nanoseconds(-1))))
        guard first <= last else { return [] }
        let found: [(Int64, [[Dimension: String]: Entry])] =
            last - first < Int64(minutes.count)
            ? (first...last).compactMap { minute in minutes[minute].map { (minute, $0) } }
            : minutes.filter { $0.key >= first && $0.key <= last }.map { ($0.key, $0.value) }
        return found.flatMap { minute, entries in
            entries.values.filter { filter.matches($0.labels) }.map { (minute, $0) }
        }
    }

    private static func minute(_ moment: Timestamp) -> Int64 {
        moment.floored(to: .minutes(1)).nanoseconds / 60_000_000_000
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

extension Filter {
    fileprivate func matches(_ labels: [Dimension: String]) -> Bool {
        terms.allSatisfy { term in
            guard case .equals(let dimension, let values) = term.condition else { return false }
            let isAmong = values.contains { want in
                labels[dimension].map { TextPattern(want).matches($0) } ?? (want == "unknown")
            }
            return isAmong != term.isNegated
        }
    }
}

extension MadeUpCalls.Entry {
    fileprivate mutating func add(_ other: Self) {
        calls += other.calls
        errors += other.errors
        unpriced += other.unpriced
        if let more = other.dollars { dollars = (dollars ?? 0) + more }
        if let more = other.tokens { tokens = (tokens ?? 0) + more }
        durations.merge(other.durations)
        firstTokens.merge(other.firstTokens)
        for (name, score) in other.scores {
            let old = scores[name] ?? ScoreSummary(count: 0, sum: 0)
            scores[name] = ScoreSummary(count: old.count + score.count, sum: old.sum + score.sum)
        }
    }

    fileprivate func measures(_ limit: Double?) -> Measures {
        var measures = Measures()
        (measures.calls, measures.errors, measures.unpricedCalls) = (calls, errors, unpriced)
        measures.cost = dollars.flatMap { Money(usd: $0) }
        measures.inputTokens = tokens
        measures.duration = Self.quantiles(durations)
        measures.timeToFirstToken = Self.quantiles(firstTokens)
        measures.slowCalls = limit.map { durations.count(above: $0) }
        measures.scores = scores
        return measures
    }

    private static func quantiles(_ sketch: QuantileSketch) -> Quantiles? {
        guard let p50 = sketch.quantile(0.5), let p90 = sketch.quantile(0.9), let p95 = sketch.quantile(0.95),
            let p99 = sketch.quantile(0.99), let max = sketch.max
        else { return nil }
        return Quantiles(count: sketch.count, p50: p50, p90: p90, p95: p95, p99: p99, max: max)
    }
}
