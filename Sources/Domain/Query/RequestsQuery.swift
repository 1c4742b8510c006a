/// A question for single calls.
public struct RequestsQuery: Hashable, Sendable {
    /// Which calls come first.
    public enum Order: String, Sendable, CaseIterable {
        /// Failed ones, then slow ones.
        case worst
        case newest
        case slowest
        case costliest
    }

    /// Which calls, by the time at which they ended.
    public var range: TimeRange
    public var filter: Filter
    public var order: Order
    /// At most so many.
    public var limit: Int

    /// A question about `range`.
    public init(range: TimeRange, filter: Filter = .all, order: Order = .newest, limit: Int = 100) {
        (self.range, self.filter, self.order, self.limit) = (range, filter, order, limit)
    }
}

/// One call, as lists show it.
public struct RequestRow: Hashable, Sendable {
    public var traceID: TraceID
    public var spanID: SpanID
    public var parentID: SpanID?
    public var name: String
    /// OTLP's number of the kind.
    public var kind: Int32
    public var start: Timestamp
    public var end: Timestamp
    /// Nil when it ended before it began.
    public var duration: Nanoseconds?
    /// Whether it is one of the LLM calls that are counted.
    public var isCounted: Bool
    /// The call with everything that its trace adds.
    public var call: Call
    public var cost: Money?
    public var costSource: CostSource?
    public var scores: [Score]
    public var flags: TelemetryFlags

    /// A call with its identity; the rest is filled in by who reads it.
    public init(traceID: TraceID, spanID: SpanID, start: Timestamp, end: Timestamp) {
        (self.traceID, self.spanID, self.start, self.end) = (traceID, spanID, start, end)
        (name, kind, isCounted, call, scores, flags) = ("", 0, false, Call(), [], [])
    }
}
