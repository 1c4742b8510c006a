/// What was said within one span: read from its attributes, its events and the log records that belong to it, when somebody asks.
public struct SpanContents: Hashable, Sendable {
    public var input: [Message] = []
    public var output: [Message] = []
    public var documents: [RetrievedDocument] = []
    public var tool: ToolUse?

    /// Nothing was said.
    public init() {}
}

/// Reads what was said within a span from the span and the log records of the same trace and span id, in order of time.
public typealias ContentsReader = @Sendable (Span, [LogRecord]) -> SpanContents
