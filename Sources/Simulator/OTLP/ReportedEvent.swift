import Domain

/// A log record with a name: an event, such as the verdict of an evaluator.
public struct ReportedEvent: Sendable, Hashable {
    /// The service that reports it.
    public var service: Service
    /// When it happened.
    public var time: Timestamp
    /// What it is called, such as `gen_ai.evaluation.result`.
    public var name: String
    /// The trace that it speaks of.
    public var traceID: TraceID
    /// The span that it speaks of.
    public var spanID: SpanID
    /// What is known of it.
    public var attributes: ReportedAttributes
}
