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
