/// A pointer from one span to another.
public struct SpanLink: Sendable {
    let batch: TelemetryBatch
    let record: LinkRecord

    /// Nil when the id sent was not one.
    public var traceID: TraceID? { TraceID(batch.bytes(record.traceID)) }
    /// Nil when the id sent was not one.
    public var spanID: SpanID? { SpanID(batch.bytes(record.spanID)) }
    public var attributes: AttributeList { batch.attributes(record.attributes) }
}
