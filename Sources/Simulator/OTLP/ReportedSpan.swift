import Domain

/// A span as the application reports it.
public struct ReportedSpan: Sendable, Hashable {
    /// OTLP's kinds of spans, as far as the application uses them.
    public enum Kind: Int64, Sendable { case `internal` = 1, client = 3 }

    /// Something that happened during a span.
    public struct Event: Sendable, Hashable {
        /// When it happened.
        public var time: Timestamp
        /// What it is called.
        public var name: String
        /// What is known of it.
        public var attributes: ReportedAttributes
    }

    /// The service that reports it.
    public var service: Service
    /// The trace to which it belongs.
    public var traceID: TraceID
    /// Its own id.
    public var spanID: SpanID
    /// The span in which it happened.
    public var parentID: SpanID?
    /// What was done.
    public var name: String
    /// Whether it happened here or at a remote service.
    public var kind: Kind
    /// When it began.
    public var start: Timestamp
    /// When it ended.
    public var end: Timestamp
    /// What is known of it.
    public var attributes = ReportedAttributes()
    /// What happened during it.
    public var events: [Event] = []
    /// Why it failed; nil when it did not.
    public var failure: String?
}
