/// One span, seen in its batch.
public struct Span: Sendable {
    /// The batch that owns its bytes.
    public let batch: TelemetryBatch
    let record: SpanRecord

    init(batch: TelemetryBatch, record: SpanRecord) { (self.batch, self.record) = (batch, record) }

    public var traceID: TraceID { record.traceID }
    public var spanID: SpanID { record.spanID }
    public var parentID: SpanID? { record.parentID }
    public var name: String { batch.text(record.name) }
    /// OTLP's number of the kind: 1 internal, 2 server, 3 client, 4 producer, 5 consumer.
    public var kind: Int32 { record.kind }
    /// As sent, unsigned nanoseconds since 1970.
    public var start: UInt64 { record.start }
    /// As sent, unsigned nanoseconds since 1970.
    public var end: UInt64 { record.end }
    /// OTLP's number: 0 unset, 1 ok, 2 error.
    public var statusCode: Int32 { record.statusCode }
    public var statusMessage: String { batch.text(record.statusMessage) }
    public var flags: TelemetryFlags { record.flags }
    public var attributes: AttributeList { batch.attributes(record.attributes) }
    /// The attributes of the resource that sent it.
    public var resource: AttributeList {
        let index = Int(record.resource)
        return batch.attributes(index < batch.resources.count ? batch.resources[index].attributes : .empty)
    }
    /// Index of its resource in `batch.resources`.
    public var resourceIndex: Int { Int(record.resource) }
    /// Index of its scope in `batch.scopes`.
    public var scopeIndex: Int { Int(record.scope) }
    /// Name of the instrumentation that made it; often empty.
    public var scopeName: String {
        scopeIndex < batch.scopes.count ? batch.text(batch.scopes[scopeIndex].name) : ""
    }
    /// Version of the instrumentation that made it; often empty.
    public var scopeVersion: String {
        scopeIndex < batch.scopes.count ? batch.text(batch.scopes[scopeIndex].version) : ""
    }
    public var events: [SpanEvent] {
        batch.events[batch.clamped(record.events, batch.events.count)].map { SpanEvent(batch: batch, record: $0) }
    }
    /// Whether it has any event; cheaper than asking `events`.
    public var hasEvents: Bool { record.events.count > 0 }
    public var links: [SpanLink] {
        batch.links[batch.clamped(record.links, batch.links.count)].map { SpanLink(batch: batch, record: $0) }
    }
    /// The encoded `Span` message, from which the wire reader makes the same span again.
    public var encoded: ArraySlice<UInt8> { batch.bytes(record.encoded) }
}
