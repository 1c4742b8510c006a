import Domain
import OTLPMessages

/// A request as a list of lines, so that two readings of it can be compared and a difference be read.
enum Lines {
    static func of(_ batch: TelemetryBatch) -> [String] {
        var lines: [String] = []
        for span in batch.spans {
            lines.append(
                "span \(span.traceID) \(span.spanID) parent \(span.parentID?.description ?? "-") \(span.kind) \(span.start)-\(span.end) "
                    + "status \(span.statusCode) \(span.statusMessage) name \(span.name) scope \(span.scopeName) \(span.scopeVersion)"
            )
            lines.append("  resource \(of(span.resource))")
            lines.append("  scope attributes \(of(batch.attributes(batch.scopes[span.scopeIndex].attributes)))")
            lines.append("  attributes \(of(span.attributes))")
            for event in span.events { lines.append("  event \(event.time) \(event.name) \(of(event.attributes))") }
            for link in span.links {
                lines.append(
                    "  link \(link.traceID?.description ?? "-") \(link.spanID?.description ?? "-") \(of(link.attributes))"
                )
            }
        }
        for log in batch.logs {
            lines.append(
                "log \(log.traceID?.description ?? "-") \(log.spanID?.description ?? "-") \(log.time) \(log.severity) \(log.eventName)"
            )
            lines.append("  resource \(of(log.resource))")
            lines.append("  body \(of(log.body))")
            lines.append("  attributes \(of(log.attributes))")
        }
        return lines
    }

    private static func of(_ attributes: AttributeList) -> String {
        "{" + attributes.map { "\($0.key): \(of($0.value))" }.joined(separator: ", ") + "}"
    }

    private static func of(_ value: AttributeValue) -> String {
        switch value.record {
        case .empty: "-"
        case .string: "\"\(value.string ?? "?")\""
        case .bool(let value): "\(value)"
        case .int(let value): "\(value)"
        case .double(let value): "double \(String(value.bitPattern, radix: 16))"
        case .array: "[" + (value.array ?? []).map(of).joined(separator: ", ") + "]"
        case .keyValueList: value.keyValues.map(of) ?? "?"
        case .bytes: "bytes \(Hexadecimal.text(value.rawBytes ?? []))"
        }
    }

    static func of(_ request: OTLPExportTraceServiceRequest) -> [String] {
        var lines: [String] = []
        for resource in request.resourceSpans {
            for scope in resource.scopeSpans {
                for span in scope.spans {
                    guard let trace = TraceID(span.traceID), let id = SpanID(span.spanID) else { continue }
                    guard span.parentSpanID.isEmpty || span.parentSpanID.count == 8 else { continue }
                    lines.append(
                        "span \(trace) \(id) parent \(SpanID(span.parentSpanID)?.description ?? "-") \(span.kind.rawValue) "
                            + "\(span.startTimeUnixNano)-\(span.endTimeUnixNano) status \(span.status.code.rawValue) "
                            + "\(span.status.message) name \(span.name) scope \(scope.scope.name) \(scope.scope.version)"
                    )
                    lines.append("  resource \(of(resource.resource.attributes))")
                    lines.append("  scope attributes \(of(scope.scope.attributes))")
                    lines.append("  attributes \(of(span.attributes))")
                    for event in span.events {
                        lines.append("  event \(event.timeUnixNano) \(event.name) \(of(event.attributes))")
                    }
                    for link in span.links {
                        lines.append(
                            "  link \(TraceID(link.traceID)?.description ?? "-") \(SpanID(link.spanID)?.description ?? "-") "
                                + of(link.attributes))
                    }
                }
            }
        }
        return lines
    }

    static func of(_ request: OTLPExportLogsServiceRequest) -> [String] {
        var lines: [String] = []
        for resource in request.resourceLogs {
            for scope in resource.scopeLogs {
                for log in scope.logRecords {
                    let time = log.timeUnixNano != 0 ? log.timeUnixNano : log.observedTimeUnixNano
                    let named = log.attributes.first { $0.key == "event.name" }?.value
                    var name = log.eventName
                    if name.isEmpty, case .stringValue(let text) = named?.value { name = text }
                    lines.append(
                        "log \(TraceID(log.traceID)?.description ?? "-") \(SpanID(log.spanID)?.description ?? "-") \(time) "
                            + "\(log.severityNumber) \(name)")
                    lines.append("  resource \(of(resource.resource.attributes))")
                    lines.append("  body \(of(log.body))")
                    lines.append("  attributes \(of(log.attributes))")
                }
            }
        }
        return lines
    }

    private static func of(_ attributes: [OTLPKeyValue]) -> String {
        "{" + attributes.map { "\($0.key): \(of($0.value))" }.joined(separator: ", ") + "}"
    }

    private static func of(_ value: OTLPAnyValue) -> String {
        switch value.value {
        case nil: "-"
        case .stringValue(let text): "\"\(text)\""
        case .boolValue(let value): "\(value)"
        case .intValue(let value): "\(value)"
        case .doubleValue(let value): "double \(String(value.bitPattern, radix: 16))"
        case .arrayValue(let array): "[" + array.values.map(of).joined(separator: ", ") + "]"
        case .kvlistValue(let list): of(list.values)
        case .bytesValue(let bytes): "bytes \(Hexadecimal.text(bytes))"
        }
    }
}
