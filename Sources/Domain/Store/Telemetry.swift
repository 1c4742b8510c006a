/// What one request brings to the store: understood, priced and redacted; kept or refused as a whole.
public struct Telemetry: Sendable {
    public var spans: [SpanObservation]
    public var logs: [LogObservation]
    public var scores: [Score]
    public var metrics: [MetricObservation] = []
    /// When the request was received.
    public var received: Timestamp

    /// The contents of a request received at `received`.
    public init(
        spans: [SpanObservation] = [], logs: [LogObservation] = [], scores: [Score] = [], received: Timestamp
    ) {
        (self.spans, self.logs, self.scores, self.received) = (spans, logs, scores, received)
    }

    /// How many items it has.
    public var count: Int { spans.count + logs.count + scores.count + metrics.count }
}
