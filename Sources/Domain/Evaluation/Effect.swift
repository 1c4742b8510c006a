/// What a version of a prompt does to one number: a row of the forest of intervals.
public struct Effect: Hashable, Sendable {
    /// What is measured.
    public enum Metric: Hashable, Sendable {
        /// The share of calls that failed, 0 to 1.
        case errorRate
        /// Seconds at the quantile, 0 to 1; of runs the mean.
        case duration(quantile: Double)
        /// Seconds to the first token at the quantile.
        case timeToFirstToken(quantile: Double)
        /// Tokens a call: the median of live traffic, the mean of runs.
        case inputTokens
        case outputTokens
        /// Dollars a call, as above.
        case cost
        /// The mean of a score of this name, 0 to 1.
        case score(String)
    }

    /// Where the numbers come from.
    public enum Source: String, Hashable, Sendable {
        /// Runs over the same questions: pairs.
        case offline
        /// Calls of two versions at the same time, which nobody distributed at random: other things may differ as well.
        case observational
    }

    /// What can be said.
    public enum Verdict: String, Hashable, Sendable {
        case better, worse, undecided
    }

    /// How `change` and `interval` are to be read.
    public enum Scale: String, Hashable, Sendable {
        /// B less A, in the unit of the metric; 0 is no change.
        case difference
        /// B over A, less 1; 0 is no change.
        case relative
    }

    public var metric: Metric
    public var source: Source
    /// What the interval is of.
    public var scale: Scale
    /// The values of both versions; nil when there is none.
    public var a: Double?
    public var b: Double?
    /// Calls or items behind the values.
    public var countA: Int64
    public var countB: Int64
    /// Nil when one side has no value.
    public var change: Double?
    /// 95 %; live ones hold at all times together, however often somebody looks. An end may be infinite. Nil when there are too few numbers
    /// for any.
    public var interval: ClosedRange<Double>?
    public var verdict: Verdict

    /// A row of the given parts; the verdict follows from the interval.
    public init(
        _ metric: Metric, source: Source, scale: Scale, a: Double?, b: Double?, countA: Int64, countB: Int64,
        change: Double?, interval: ClosedRange<Double>?
    ) {
        (self.metric, self.source, self.scale, self.a, self.b) = (metric, source, scale, a, b)
        (self.countA, self.countB, self.change, self.interval) = (countA, countB, change, interval)
        verdict =
            interval.map { interval in
                let (rises, falls) = (interval.lowerBound > 0, interval.upperBound < 0)
                if !rises && !falls { return .undecided }
                return rises == metric.isBetterHigh ? .better : .worse
            } ?? .undecided
    }
}

extension Effect.Metric {
    /// Whether more is better.
    public var isBetterHigh: Bool { if case .score = self { true } else { false } }

    /// As it is called in JSON, such as `duration_p95`.
    public var name: String {
        switch self {
        case .errorRate: "error_rate"
        case .duration(let quantile): "duration_p\(Self.percent(quantile))"
        case .timeToFirstToken(let quantile): "ttft_p\(Self.percent(quantile))"
        case .inputTokens: "input_tokens"
        case .outputTokens: "output_tokens"
        case .cost: "cost_usd"
        case .score(let name): "score:\(name)"
        }
    }

    private static func percent(_ share: Double) -> Int { Int(exactly: (share * 100).rounded()) ?? 0 }
}
