/// The messages of OTLP 1.x, as far as they are read, by their published field numbers. JSON is transcoded and errors are
/// located by it; the protobuf reader itself does not need it.
enum MessageSchema: CaseIterable {
    case traceRequest, resourceSpans, scopeSpans, span, event, link, status
    case logsRequest, resourceLogs, scopeLogs, logRecord
    case metricsRequest, resourceMetrics, scopeMetrics, metric
    case numberPoints, histogramPoints, exponentialPoints, summaryPoints
    case numberPoint, histogramPoint, exponentialPoint, summaryPoint, buckets, quantile, exemplar
    case resource, scope, keyValue, value, array, keyValueList

    /// The fields of the message.
    var fields: [FieldSchema] { MessageSchema.tables[self] ?? [] }

    /// The field that JSON calls `name`.
    func field(named name: UnsafeRawBufferPointer) -> FieldSchema? {
        fields.first { field in field.name.withUTF8Buffer { $0.elementsEqual(name) } }
    }

    /// The field with the given number.
    func field(number: UInt32) -> FieldSchema? {
        fields.first { $0.number == number }
    }

    private static let tables: [MessageSchema: [FieldSchema]] = traces.merging(logs) { first, _ in first }
        .merging(metrics) { first, _ in first }.merging(common) { first, _ in first }

    private static let common: [MessageSchema: [FieldSchema]] = [
        .resource: [.list(1, "attributes", .message(.keyValue)), .init(2, "droppedAttributesCount", .uint32)],
        .scope: [
            .init(1, "name", .string), .init(2, "version", .string), .list(3, "attributes", .message(.keyValue)),
            .init(4, "droppedAttributesCount", .uint32),
        ],
        .keyValue: [.init(1, "key", .string), .init(2, "value", .message(.value))],
        .value: [
            .init(1, "stringValue", .string), .init(2, "boolValue", .bool), .init(3, "intValue", .int64),
            .init(4, "doubleValue", .double), .init(5, "arrayValue", .message(.array)),
            .init(6, "kvlistValue", .message(.keyValueList)), .init(7, "bytesValue", .base64),
        ],
        .array: [.list(1, "values", .message(.value))],
        .keyValueList: [.list(1, "values", .message(.keyValue))],
    ]

    private static let traces: [MessageSchema: [FieldSchema]] = [
        .traceRequest: [.list(1, "resourceSpans", .message(.resourceSpans))],
        .resourceSpans: [
            .init(1, "resource", .message(.resource)), .list(2, "scopeSpans", .message(.scopeSpans)),
            .init(3, "schemaUrl", .string),
        ],
        .scopeSpans: [
            .init(1, "scope", .message(.scope)), .list(2, "spans", .message(.span)), .init(3, "schemaUrl", .string),
        ],
        .span: [
            .init(1, "traceId", .identifier), .init(2, "spanId", .identifier), .init(3, "traceState", .string),
            .init(4, "parentSpanId", .identifier), .init(5, "name", .string), .init(6, "kind", .enumeration),
            .init(7, "startTimeUnixNano", .fixed64), .init(8, "endTimeUnixNano", .fixed64),
            .list(9, "attributes", .message(.keyValue)), .init(10, "droppedAttributesCount", .uint32),
            .list(11, "events", .message(.event)), .init(12, "droppedEventsCount", .uint32),
            .list(13, "links", .message(.link)), .init(14, "droppedLinksCount", .uint32),
            .init(15, "status", .message(.status)), .init(16, "flags", .fixed32),
        ],
        .event: [
            .init(1, "timeUnixNano", .fixed64), .init(2, "name", .string), .list(3, "attributes", .message(.keyValue)),
            .init(4, "droppedAttributesCount", .uint32),
        ],
        .link: [
            .init(1, "traceId", .identifier), .init(2, "spanId", .identifier), .init(3, "traceState", .string),
            .list(4, "attributes", .message(.keyValue)), .init(5, "droppedAttributesCount", .uint32),
            .init(6, "flags", .fixed32),
        ],
        .status: [.init(2, "message", .string), .init(3, "code", .enumeration)],
    ]

    private static let logs: [MessageSchema: [FieldSchema]] = [
        .logsRequest: [.list(1, "resourceLogs", .message(.resourceLogs))],
        .resourceLogs: [
            .init(1, "resource", .message(.resource)), .list(2, "scopeLogs", .message(.scopeLogs)),
            .init(3, "schemaUrl", .string),
        ],
        .scopeLogs: [
            .init(1, "scope", .message(.scope)), .list(2, "logRecords", .message(.logRecord)),
            .init(3, "schemaUrl", .string),
        ],
        .logRecord: [
            .init(1, "timeUnixNano", .fixed64), .init(2, "severityNumber", .enumeration),
            .init(3, "severityText", .string),
            .init(5, "body", .message(.value)), .list(6, "attributes", .message(.keyValue)),
            .init(7, "droppedAttributesCount", .uint32), .init(8, "flags", .fixed32), .init(9, "traceId", .identifier),
            .init(10, "spanId", .identifier), .init(11, "observedTimeUnixNano", .fixed64),
            .init(12, "eventName", .string),
        ],
    ]
}
