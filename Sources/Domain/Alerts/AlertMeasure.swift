/// What a rule looks at, over the calls of a window.
public enum AlertMeasure: Hashable, Sendable {
    /// Seconds.
    case latency(Quantile)
    /// Seconds; only of calls that streamed.
    case timeToFirstToken(Quantile)
    /// Failed calls as a share of all, 0 to 1.
    case errorRate
    /// How many calls failed.
    case errors
    /// How many calls there were.
    case calls
    /// Calls a second.
    case callRate
    /// US dollars an hour.
    case cost
    /// US dollars a call, over the calls whose cost is known.
    case costPerCall
    /// Input and output tokens a second.
    case tokens
    /// Input and output tokens a call.
    case tokensPerCall
    /// Input tokens read from a cache as a share of all input tokens, 0 to 1.
    case cachedShare
    /// Calls without a known price as a share of all, 0 to 1.
    case unpricedShare
    /// Mean of the scores of this name.
    case score(String)
    /// Seconds since the last call ended.
    case freshness
    /// How many signals drift beyond what chance explains, as the watch for drift says.
    case drift

    /// A quantile that rollups keep.
    public enum Quantile: String, Sendable, CaseIterable { case p50, p90, p95, p99, max }
}
