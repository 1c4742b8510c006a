import Domain
import Testing

/// Builds batches by hand, as the wire reader would make them out of a request.
struct BatchBuilder {
    typealias Pairs = [(String, JSON)]

    /// An event: its name, nanoseconds after the start of its span, attributes.
    struct Event {
        var name: String
        var after: UInt64 = 0
        var attributes: Pairs = []
    }

    private var bytes: [UInt8] = []
    private var attributes: [AttributeRecord] = []
    private var values: [ValueRecord] = []

    /// The only span of a batch.
    static func span(
        _ attributes: Pairs, name: String = "", status: Int32 = 0, message: String = "", start: UInt64 = 1_000_000_000,
        events: [Event] = [],
        links: [(TraceID, SpanID)] = [], scope: (name: String, version: String)? = nil,
        resource: Pairs = [("service.name", "support")]
    ) throws -> Span {
        var builder = BatchBuilder()
        let owner = ResourceRecord(attributes: builder.list(resource), encoded: .empty)
        var span = SpanRecord(traceID: TraceID(high: 1, low: 2), spanID: try #require(SpanID(3)))
        (span.start, span.end, span.statusCode) = (start, start &+ 5_000_000_000, status)
        span.name = builder.text(name)
        span.statusMessage = builder.text(message)
        span.attributes = builder.list(attributes)
        let records = events.map { event in
            EventRecord(
                time: start &+ event.after, name: builder.text(event.name), attributes: builder.list(event.attributes))
        }
        span.events = RecordRange(first: 0, count: UInt32(records.count))
        let pointers = links.map { trace, span in
            LinkRecord(traceID: builder.bytes(trace.bytes), spanID: builder.bytes(span.bytes), attributes: .empty)
        }
        span.links = RecordRange(first: 0, count: UInt32(pointers.count))
        let scopes = scope.map { scope in
            ScopeRecord(
                name: builder.text(scope.name), version: builder.text(scope.version), attributes: .empty,
                encoded: .empty)
        }
        let batch = TelemetryBatch(
            bytes: builder.bytes, resources: [owner], scopes: scopes.map { [$0] } ?? [], spans: [span],
            attributes: builder.attributes, values: builder.values, events: records, links: pointers)
        return try #require(batch.spans.first)
    }

    /// The only log record of a batch; it belongs to the span that `span` makes.
    static func log(
        _ event: String, body: JSON = .null, _ attributes: Pairs = [], hasSpan: Bool = true,
        resource: Pairs = [("service.name", "support")]
    ) throws -> LogRecord {
        var builder = BatchBuilder()
        let owner = ResourceRecord(attributes: builder.list(resource), encoded: .empty)
        var log = LogRecordRecord()
        if hasSpan { (log.traceID, log.spanID) = (TraceID(high: 1, low: 2), SpanID(3)) }
        log.eventName = builder.text(event)
        log.body = builder.value(body)
        log.attributes = builder.list(attributes)
        let batch = TelemetryBatch(
            bytes: builder.bytes, resources: [owner], scopes: [], logs: [log], attributes: builder.attributes,
            values: builder.values)
        return try #require(batch.logs.first)
    }

    private mutating func text(_ text: String) -> ByteSlice { bytes(text.utf8) }

    private mutating func bytes(_ content: some Collection<UInt8>) -> ByteSlice {
        let slice = ByteSlice(offset: UInt32(bytes.count), count: UInt32(content.count))
        bytes.append(contentsOf: content)
        return slice
    }

    private mutating func list(_ pairs: Pairs) -> RecordRange {
        let records = pairs.map { AttributeRecord(key: text($0.0), value: value($0.1)) }
        let range = RecordRange(first: UInt32(attributes.count), count: UInt32(records.count))
        attributes += records
        return range
    }

    private mutating func value(_ json: JSON) -> ValueRecord {
        switch json {
        case .null: return .empty
        case .bool(let value): return .bool(value)
        case .integer(let value): return .int(value)
        case .number(let value): return .double(value)
        case .string(let value): return .string(text(value))
        case .array(let elements):
            let records = elements.map { value($0) }
            let range = RecordRange(first: UInt32(values.count), count: UInt32(records.count))
            values += records
            return .array(range)
        case .object(let members): return .keyValueList(list(members.map { ($0.name, $0.value) }))
        }
    }
}
