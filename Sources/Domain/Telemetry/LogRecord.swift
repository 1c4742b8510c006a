/// One log record, seen in its batch.
public struct LogRecord: Sendable {
    /// The batch that owns its bytes.
    public let batch: TelemetryBatch
    let record: LogRecordRecord

    /// The trace to which it belongs, when it said so.
    public var traceID: TraceID? { record.traceID }
    /// The span to which it belongs, when it said so.
    public var spanID: SpanID? { record.spanID }
    /// When it happened, else when it was observed, as sent (unsigned nanoseconds since 1970); 0 when neither was said.
    public var time: UInt64 { record.time != 0 ? record.time : record.observedTime }
    /// OTLP's severity number.
    public var severity: Int32 { record.severity }
    /// The name of the event: the field, else the attribute `event.name`.
    public var eventName: String {
        let name = batch.text(record.eventName)
        return name.isEmpty ? attributes["event.name"]?.string ?? "" : name
    }
    public var body: AttributeValue { AttributeValue(batch: batch, record: record.body) }
    public var flags: TelemetryFlags { record.flags }
    public var attributes: AttributeList { batch.attributes(record.attributes) }
    /// The attributes of the resource that sent it.
    public var resource: AttributeList {
        resourceIndex < batch.resources.count
            ? batch.attributes(batch.resources[resourceIndex].attributes) : batch.attributes(.empty)
    }
    /// Index of its resource in `batch.resources`.
    public var resourceIndex: Int { Int(record.resource) }
    /// Index of its scope in `batch.scopes`.
    public var scopeIndex: Int { Int(record.scope) }
    /// The encoded `LogRecord` message, from which the wire reader makes the same record again.
    public var encoded: ArraySlice<UInt8> { batch.bytes(record.encoded) }
}
