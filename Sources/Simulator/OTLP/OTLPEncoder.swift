import Domain

/// Writes the bodies of OTLP/HTTP requests. The numbers are the field numbers of opentelemetry-proto 1.5.
enum OTLPEncoder {
    /// An `ExportTraceServiceRequest`.
    static func traces(_ spans: some Collection<ReportedSpan>) -> [UInt8] {
        body(spans.grouped(by: \.service)) { writer, span in
            write(span, into: &writer)
        }
    }

    /// An `ExportLogsServiceRequest`.
    static func logs(_ events: some Collection<ReportedEvent>) -> [UInt8] {
        body(events.grouped(by: \.service)) { writer, event in
            write(event, into: &writer)
        }
    }

    /// Traces and logs have the same envelope: records (2) in scopes (2), with a resource (1) for each service.
    private static func body<Record>(
        _ groups: [(service: Service, records: [Record])], write: (inout ProtobufWriter, Record) -> Void
    ) -> [UInt8] {
        var writer = ProtobufWriter()
        for group in groups {
            writer.message(1) { resource in
                resource.message(1) { Self.write(group.service.resource, field: 1, into: &$0) }
                resource.message(2) { scope in
                    scope.message(1) {
                        $0.string(1, "aurora.\(group.service.rawValue)")
                        $0.string(2, "1.0.0")
                    }
                    for record in group.records {
                        scope.message(2) { write(&$0, record) }
                    }
                }
            }
        }
        return writer.bytes
    }

    private static func write(_ span: ReportedSpan, into writer: inout ProtobufWriter) {
        writer.bytes(1, span.traceID.bytes)
        writer.bytes(2, span.spanID.bytes)
        if let parent = span.parentID { writer.bytes(4, parent.bytes) }
        writer.string(5, span.name)
        writer.varint(6, span.kind.rawValue)
        writer.fixed64(7, UInt64(clamping: span.start.nanoseconds))
        writer.fixed64(8, UInt64(clamping: span.end.nanoseconds))
        write(span.attributes, field: 9, into: &writer)
        for event in span.events {
            writer.message(11) {
                $0.fixed64(1, UInt64(clamping: event.time.nanoseconds))
                $0.string(2, event.name)
                write(event.attributes, field: 3, into: &$0)
            }
        }
        if let failure = span.failure {
            writer.message(15) {
                $0.string(2, failure)
                $0.varint(3, 2)
            }
        }
        writer.fixed32(16, 1)
    }

    private static func write(_ event: ReportedEvent, into writer: inout ProtobufWriter) {
        writer.fixed64(1, UInt64(clamping: event.time.nanoseconds))
        writer.varint(2, 9)
        writer.string(3, "INFO")
        write(event.attributes, field: 6, into: &writer)
        writer.fixed32(8, 1)
        writer.bytes(9, event.traceID.bytes)
        writer.bytes(10, event.spanID.bytes)
        writer.fixed64(11, UInt64(clamping: event.time.nanoseconds))
        writer.string(12, event.name)
    }

    static func write(_ attributes: ReportedAttributes, field: Int, into writer: inout ProtobufWriter) {
        for (key, value) in attributes.pairs {
            writer.message(field) {
                $0.string(1, key)
                $0.message(2) { write(value, into: &$0) }
            }
        }
    }

    private static func write(_ value: ReportedAttributes.Value, into writer: inout ProtobufWriter) {
        switch value {
        case .string(let text): writer.string(1, text)
        case .bool(let value): writer.bool(2, value)
        case .int(let number): writer.varint(3, number)
        case .double(let number): writer.double(4, number)
        case .strings(let texts):
            writer.message(5) { array in
                for text in texts { array.message(1) { $0.string(1, text) } }
            }
        }
    }
}

extension Collection {
    /// The elements by service, each group in their order.
    fileprivate func grouped(by service: (Element) -> Service) -> [(service: Service, records: [Element])] {
        Service.allCases.compactMap { wanted in
            let records = filter { service($0) == wanted }
            return records.isEmpty ? nil : (wanted, records)
        }
    }
}
