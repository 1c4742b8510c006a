/// Something that happened within a span.
public struct SpanEvent: Sendable {
    let batch: TelemetryBatch
    let record: EventRecord

    /// As sent, unsigned nanoseconds since 1970.
    public var time: UInt64 { record.time }
    public var name: String { batch.text(record.name) }
    public var attributes: AttributeList { batch.attributes(record.attributes) }
}
