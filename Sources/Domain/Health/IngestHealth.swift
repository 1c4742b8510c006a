/// How telemetry arrives: who sends it, in which dialect, how irregular it is, and what was refused. The collector counts while it
/// takes telemetry, and keeps what it counted in the store.
public struct IngestHealth: Hashable, Sendable {
    /// Since when is counted.
    public var since: Timestamp
    /// Up to when is counted.
    public var written: Timestamp
    /// Those that sent something, at most a thousand.
    public var sources: [SourceHealth]
    /// Spans of sources beyond the thousand.
    public var otherSpans: Int64
    /// Why items or whole requests were refused, the most frequent first.
    public var refusals: [RefusalCount]

    /// Nothing was counted yet.
    public init(since: Timestamp) {
        (self.since, written, sources, otherSpans, refusals) = (since, since, [], 0, [])
    }
}

/// How often something was refused for a reason.
public struct RefusalCount: Hashable, Sendable {
    /// Our own words; no bytes of the input.
    public var reason: String
    public var count: Int64
    /// When it happened last.
    public var last: Timestamp

    /// `count` times, the last one at `last`.
    public init(reason: String, count: Int64, last: Timestamp) {
        (self.reason, self.count, self.last) = (reason, count, last)
    }
}
