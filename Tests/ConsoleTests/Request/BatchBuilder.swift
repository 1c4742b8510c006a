import Domain

/// Makes a batch of one span from values.
struct BatchBuilder {
    private var bytes: [UInt8] = []
    private var attributes: [AttributeRecord] = []
    private var values: [ValueRecord] = []
    private var events: [EventRecord] = []

    /// A span with attributes, an exception if it failed, and a resource.
    static func span(
        _ row: RequestRow, attributes: [(String, JSON)] = [], exception: [(String, JSON)] = [], status: String = "",
        resource: [(String, JSON)] = []
    ) -> Span? {
        var builder = BatchBuilder()
        var record = SpanRecord(traceID: row.traceID, spanID: row.spanID)
        record.parentID = row.parentID
        record.name = builder.slice(row.name)
        record.kind = row.kind
        record.start = UInt64(bitPattern: row.start.nanoseconds)
        record.end = UInt64(bitPattern: row.end.nanoseconds)
        record.statusCode = row.call.isError ? 2 : 0
        record.statusMessage = builder.slice(status)
        record.attributes = builder.list(attributes)
        if !exception.isEmpty {
            builder.events.append(
                EventRecord(
                    time: record.end, name: builder.slice("exception"), attributes: builder.list(exception)))
            record.events = RecordRange(first: 0, count: 1)
        }
        let resourceRecord = ResourceRecord(attributes: builder.list(resource), encoded: .empty)
        let scope = ScopeRecord(
            name: builder.slice("test.instrumentation"), version: builder.slice("1.2"), attributes: .empty,
            encoded: .empty)
        return TelemetryBatch(
            bytes: builder.bytes, resources: [resourceRecord], scopes: [scope], spans: [record],
            attributes: builder.attributes, values: builder.values, events: builder.events
        ).spans.first
    }

    private mutating func slice(_ text: String) -> ByteSlice {
        defer { bytes += Array(text.utf8) }
        return ByteSlice(offset: UInt32(bytes.count), count: UInt32(text.utf8.count))
    }

    private mutating func list(_ pairs: [(String, JSON)]) -> RecordRange {
        let records = pairs.map { AttributeRecord(key: slice($0.0), value: value($0.1)) }
        defer { attributes += records }
        return RecordRange(first: UInt32(attributes.count), count: UInt32(records.count))
    }

    private mutating func value(_ json: JSON) -> ValueRecord {
        switch json {
        case .null: return .empty
        case .bool(let value): return .bool(value)
        case .integer(let value): return .int(value)
        case .number(let value): return .double(value)
        case .string(let text): return .string(slice(text))
        case .array(let elements):
            let records = elements.map { value($0) }
            defer { values += records }
            return .array(RecordRange(first: UInt32(values.count), count: UInt32(records.count)))
        case .object(let members): return .keyValueList(list(members.map { ($0.name, $0.value) }))
        }
    }
}
