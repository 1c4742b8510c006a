import Domain
import OTLPMessages

/// Requests in OTLP's JSON, written from what the generated decoder read.
enum OTLPJSON {
    static func of(_ request: OTLPExportTraceServiceRequest) -> [UInt8] {
        let resources = request.resourceSpans.map { resource -> JSON in
            let scopes = resource.scopeSpans.map { scope -> JSON in
                ["scope": of(scope.scope), "spans": .array(scope.spans.map(of)), "schemaUrl": .string(scope.schemaURL)]
            }
            return ["resource": ["attributes": of(resource.resource.attributes)], "scopeSpans": .array(scopes)]
        }
        return Array((["resourceSpans": .array(resources)] as JSON).text.utf8)
    }

    static func of(_ request: OTLPExportLogsServiceRequest) -> [UInt8] {
        let resources = request.resourceLogs.map { resource -> JSON in
            let scopes = resource.scopeLogs.map { scope -> JSON in
                ["scope": of(scope.scope), "logRecords": .array(scope.logRecords.map(of))]
            }
            return ["resource": ["attributes": of(resource.resource.attributes)], "scopeLogs": .array(scopes)]
        }
        return Array((["resourceLogs": .array(resources)] as JSON).text.utf8)
    }

    private static func of(_ scope: OTLPInstrumentationScope) -> JSON {
        ["name": .string(scope.name), "version": .string(scope.version), "attributes": of(scope.attributes)]
    }

    private static func of(_ span: OTLPSpan) -> JSON {
        [
            "traceId": .string(Hexadecimal.text(span.traceID)), "spanId": .string(Hexadecimal.text(span.spanID)),
            "traceState": .string(span.traceState), "parentSpanId": .string(Hexadecimal.text(span.parentSpanID)),
            "name": .string(span.name), "kind": .integer(Int64(span.kind.rawValue)),
            "startTimeUnixNano": .string(String(span.startTimeUnixNano)),
            "endTimeUnixNano": .string(String(span.endTimeUnixNano)),
            "attributes": of(span.attributes),
            "events": .array(
                span.events.map {
                    [
                        "timeUnixNano": .string(String($0.timeUnixNano)), "name": .string($0.name),
                        "attributes": of($0.attributes),
                    ]
                }),
            "links": .array(
                span.links.map {
                    [
                        "traceId": .string(Hexadecimal.text($0.traceID)),
                        "spanId": .string(Hexadecimal.text($0.spanID)),
                        "attributes": of($0.attributes), "flags": .integer(Int64($0.flags)),
                    ]
                }),
            "status": ["code": .integer(Int64(span.status.code.rawValue)), "message": .string(span.status.message)],
            "flags": .integer(Int64(span.flags)),
            "droppedAttributesCount": .integer(Int64(span.droppedAttributesCount)),
        ]
    }

    private static func of(_ log: OTLPLogRecord) -> JSON {
        [
            "timeUnixNano": .string(String(log.timeUnixNano)),
            "observedTimeUnixNano": .string(String(log.observedTimeUnixNano)),
            "severityNumber": .integer(Int64(log.severityNumber)), "severityText": .string(log.severityText),
            "body": log.hasBody ? of(log.body) : .null, "attributes": of(log.attributes),
            "eventName": .string(log.eventName),
            "traceId": .string(Hexadecimal.text(log.traceID)), "spanId": .string(Hexadecimal.text(log.spanID)),
        ]
    }

    private static func of(_ attributes: [OTLPKeyValue]) -> JSON {
        .array(attributes.map { ["key": .string($0.key), "value": of($0.value)] })
    }

    private static func of(_ value: OTLPAnyValue) -> JSON {
        switch value.value {
        case nil: .object([])
        case .stringValue(let text): ["stringValue": .string(text)]
        case .boolValue(let value): ["boolValue": .bool(value)]
        case .intValue(let value): ["intValue": .string(String(value))]
        case .doubleValue(let value):
            [
                "doubleValue": value.isFinite
                    ? .number(value) : .string(value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity")
            ]
        case .arrayValue(let array): ["arrayValue": ["values": .array(array.values.map(of))]]
        case .kvlistValue(let list): ["kvlistValue": ["values": of(list.values)]]
        case .bytesValue: ["bytesValue": "AQI="]
        }
    }
}
