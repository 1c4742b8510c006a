/// One LLM call of a session, as far as its turn is made of it.
public struct SessionCall: Hashable, Sendable {
    public var traceID: TraceID
    public var spanID: SpanID
    public var start: Timestamp
    public var end: Timestamp
    public var isError = false
    public var model: String?
    public var inputTokens: Int64?
    public var outputTokens: Int64?
    public var cost: Money?

    /// A call with its identity; the rest is filled in by who reads it.
    public init(traceID: TraceID, spanID: SpanID, start: Timestamp, end: Timestamp) {
        (self.traceID, self.spanID, self.start, self.end) = (traceID, spanID, start, end)
    }
}
