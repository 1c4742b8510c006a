/// What a metric says, whoever sends it and whatever it is called there.
public enum MetricMeaning: String, Sendable, CaseIterable {
    /// Requests that wait for the model server to begin.
    case waiting
    /// Requests that are being served.
    case running
    /// The share of the key-value cache in use, 0 to 1.
    case cacheShare = "cache_share"
    /// Seconds from the arrival of a request to its first token, as the server measures it.
    case timeToFirstToken = "ttft"
    /// Seconds a token after the first.
    case timePerOutputToken = "time_per_output_token"
    /// Seconds that a request takes.
    case duration
    case inputTokens = "input_tokens"
    case outputTokens = "output_tokens"
    /// Output tokens a second, as the server measures it.
    case throughput
    case requests
    /// US dollars.
    case cost
    /// Kept, and not shown beside others.
    case other

    /// Whether the levels of several servers add up; otherwise the highest stands for all.
    public var addsUp: Bool { self != .cacheShare && self != .other }
    /// Whether it is a length of time, told in seconds.
    var isTime: Bool { self == .timeToFirstToken || self == .timePerOutputToken || self == .duration }
}
