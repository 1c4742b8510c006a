/// All spans of a trace that are in the store.
public struct TraceDetail: Sendable {
    public var traceID: TraceID
    /// In order of their start.
    public var spans: [SpanDetail]

    /// A trace of the given spans.
    public init(traceID: TraceID, spans: [SpanDetail]) { (self.traceID, self.spans) = (traceID, spans) }
}

/// One span with everything that is known of it.
public struct SpanDetail: Sendable {
    public var row: RequestRow
    /// As it came.
    public var span: Span
    /// The log records that belong to it, in order of time.
    public var logs: [LogRecord]

    /// A span of the given parts.
    public init(row: RequestRow, span: Span, logs: [LogRecord]) { (self.row, self.span, self.logs) = (row, span, logs) }
}

/// A span with what was said within it.
public struct SpanReading: Sendable {
    public var detail: SpanDetail
    public var contents: SpanContents

    /// A span of the given parts.
    public init(detail: SpanDetail, contents: SpanContents) { (self.detail, self.contents) = (detail, contents) }
}
