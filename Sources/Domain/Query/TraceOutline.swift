/// The steps of one trace without what was said in them.
public struct TraceOutline: Hashable, Sendable {
    public var traceID: TraceID
    /// In order of their start.
    public var steps: [TraceStep]
    /// False when the trace has more steps than are given.
    public var isComplete: Bool

    /// An outline of the given steps.
    public init(traceID: TraceID, steps: [TraceStep], isComplete: Bool = true) {
        (self.traceID, self.steps, self.isComplete) = (traceID, steps, isComplete)
    }
}

/// One span of a trace, as the waterfall shows it.
public struct TraceStep: Hashable, Sendable {
    public var spanID: SpanID
    public var parentID: SpanID?
    public var name: String
    public var service: String
    /// Nil for an ordinary span.
    public var operation: Operation?
    public var start: Timestamp
    public var end: Timestamp
    /// Nil when it ended before it began.
    public var duration: Nanoseconds?
    public var isError: Bool
    /// Whether it is one of the LLM calls that are counted.
    public var isCounted: Bool
    /// The model, tool or agent.
    public var subject: String?
    public var inputTokens: Int64?
    public var outputTokens: Int64?
    public var cost: Money?

    /// A step with its identity; the rest is filled in by who reads it.
    public init(spanID: SpanID, parentID: SpanID?, start: Timestamp, end: Timestamp) {
        (self.spanID, self.parentID, self.start, self.end) = (spanID, parentID, start, end)
        (name, service, isError, isCounted) = ("", "unknown", false, false)
    }

    /// The step that a row says.
    public init(_ row: RequestRow) {
        self.init(spanID: row.spanID, parentID: row.parentID, start: row.start, end: row.end)
        (name, service, operation) = (row.name, row.call.service, row.call.operation)
        (duration, isError, isCounted) = (row.duration, row.call.isError, row.isCounted)
        subject = row.call.toolName ?? row.call.model ?? row.call.agentName
        (inputTokens, outputTokens, cost) = (row.call.usage.input, row.call.usage.output, row.cost)
    }
}
