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

    /// The call that a row says.
    public init(_ row: RequestRow) {
        self.init(traceID: row.traceID, spanID: row.spanID, start: row.start, end: row.end)
        (isError, model, cost) = (row.call.isError, row.call.model, row.cost)
        (inputTokens, outputTokens) = (row.call.usage.input, row.call.usage.output)
    }
}
