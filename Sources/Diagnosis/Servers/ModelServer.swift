import Domain

/// A model server as its own metrics show it: what a service that tells of its queue or cache says, all its replicas together.
public struct ModelServer: Hashable, Sendable {
    public var service: String
    public var environment: String
    /// Requests that wait, at present and over time.
    public var waiting: Course?
    public var running: Course?
    /// The share of the key-value cache in use, of the fullest replica.
    public var cacheShare: Course?
    /// Seconds, as the server counts them into its buckets.
    public var firstToken: MetricDistribution?
    /// A second.
    public var outputTokens: Double?

    /// A level over time.
    public struct Course: Hashable, Sendable {
        /// The present level; nil when it was not told lately.
        public var latest: Double?
        /// One a step; nil where nothing is known.
        public var points: [Double?]
        public var start: Timestamp
        public var step: Nanoseconds

        /// The beginning of the step `index`.
        func start(of index: Int) -> Timestamp {
            let offset = step.count.multipliedReportingOverflow(by: Int64(index))
            return start.advanced(by: Nanoseconds(offset.overflow ? .max : offset.partialValue))
        }
    }

    /// What model servers are known by.
    public static let meanings: Set<MetricMeaning> = [
        .waiting, .running, .cacheShare, .timeToFirstToken, .outputTokens, .throughput,
    ]

    /// The servers among `series`, those that are in trouble first, then those at which most requests wait.
    public static func all(in series: [MetricSeries], seconds: Double) -> [ModelServer] {
        struct Place: Hashable {
            var service: String
            var environment: String
        }
        let places = Dictionary(grouping: series) { Place(service: $0.service, environment: $0.environment) }
        return places.compactMap { ModelServer($0.service, $0.environment, $1, seconds: seconds) }.sorted { a, b in
            let (first, second) = (a.rank, b.rank)
            return first != second ? first > second : (a.service, a.environment) < (b.service, b.environment)
        }
    }

    private init?(_ service: String, _ environment: String, _ series: [MetricSeries], seconds: Double) {
        let byMeaning = Dictionary(grouping: series, by: \.meaning).mapValues(Self.ofOneName)
        (self.service, self.environment) = (service, environment)
        waiting = byMeaning[.waiting].flatMap(Self.course)
        running = byMeaning[.running].flatMap(Self.course)
        cacheShare = byMeaning[.cacheShare].flatMap(Self.course)
        guard waiting != nil || running != nil || cacheShare != nil else { return nil }
        for distribution in byMeaning[.timeToFirstToken, default: []].compactMap({ $0.total?.distribution }) {
            firstToken = firstToken ?? MetricDistribution()
            firstToken?.add(distribution)
        }
        let amounts = byMeaning[.outputTokens, default: []].compactMap { $0.total?.amount }
        outputTokens =
            amounts.isEmpty
            ? byMeaning[.throughput].flatMap(Self.course)?.latest : amounts.reduce(0, +) / max(1, seconds)
    }

    /// Servers may tell the same under two names, an old and a new one: those of the name that says most.
    private static func ofOneName(_ series: [MetricSeries]) -> [MetricSeries] {
        func said(_ series: [MetricSeries]) -> Int { series.reduce(0) { $0 + $1.points.count { $0 != nil } } }
        let names = Dictionary(grouping: series, by: \.name)
        return names.max { (said($0.value), $1.key) < (said($1.value), $0.key) }?.value ?? []
    }

    private static func course(_ series: [MetricSeries]) -> Course? {
        guard let first = series.first else { return nil }
        func combined(_ levels: [Double]) -> Double? {
            guard !levels.isEmpty else { return nil }
            return first.meaning.addsUp ? levels.reduce(0, +) : levels.max()
        }
        let points = first.points.indices.map { index in
            combined(series.compactMap { $0.points.indices.contains(index) ? $0.points[index]?.level : nil })
        }
        let latest = combined(series.compactMap { $0.total?.level })
        guard latest != nil || points.contains(where: { $0 != nil }) else { return nil }
        return Course(latest: latest, points: points, start: first.start, step: first.step)
    }

    private var rank: Double { (finding == nil ? 0 : 1e9) + (waiting?.latest ?? 0) }
}
