/// The numbers of a group of calls over a range of time. What nobody said is nil, never 0.
public struct Measures: Hashable, Sendable {
    public var calls: Int64 = 0
    public var errors: Int64 = 0
    public var inputTokens: Int64?
    public var outputTokens: Int64?
    public var cacheReadTokens: Int64?
    public var cacheWriteTokens: Int64?
    public var reasoningTokens: Int64?
    /// Sum over the calls that have a cost; nil when none has.
    public var cost: Money?
    /// Calls for which no cost is known; those that failed before a token was counted cost nothing and are not among them.
    public var unpricedCalls: Int64 = 0
    /// Seconds.
    public var duration: Quantiles?
    /// Calls slower than the question's `slowerThan`, of those whose duration is known; nil when that was not asked for. Exact but for
    /// durations within 2 % of the limit.
    public var slowCalls: Int64?
    /// Seconds; only of calls that streamed.
    public var timeToFirstToken: Quantiles?
    /// By name of the score.
    public var scores: [String: ScoreSummary] = [:]

    /// No calls.
    public init() {}

    /// Errors as a share of the calls, 0 to 1; nil without calls.
    public var errorRate: Double? { calls > 0 ? Double(errors) / Double(calls) : nil }
    /// Cached input tokens as a share of the input tokens, 0 to 1; nil when nobody says.
    public var cachedShare: Double? {
        guard let inputTokens, inputTokens > 0, let cacheReadTokens else { return nil }
        return Double(cacheReadTokens) / Double(inputTokens)
    }
}

/// How often and how well something was judged.
public struct ScoreSummary: Hashable, Sendable {
    public var count: Int64
    /// Sum of the values.
    public var sum: Double
    /// The mean value.
    public var mean: Double { sum / Double(Swift.max(1, count)) }

    /// `count` values that add up to `sum`.
    public init(count: Int64, sum: Double) { (self.count, self.sum) = (count, sum) }
}
