/// Messages of the protobuf wire format, put together by hand so that they can be wrong on purpose.
enum Proto {
    static func varint(_ value: UInt64) -> [UInt8] {
        var (value, bytes) = (value, [UInt8]())
        while value >= 0x80 {
            bytes.append(UInt8(value & 0x7F) | 0x80)
            value >>= 7
        }
        return bytes + [UInt8(value)]
    }

    static func tag(_ field: Int, _ type: Int) -> [UInt8] { varint(UInt64(field << 3 | type)) }
    static func number(_ field: Int, _ value: UInt64) -> [UInt8] { tag(field, 0) + varint(value) }
    static func bytes(_ field: Int, _ content: [UInt8]) -> [UInt8] {
        tag(field, 2) + varint(UInt64(content.count)) + content
    }
    static func text(_ field: Int, _ content: String) -> [UInt8] { bytes(field, Array(content.utf8)) }
    static func fixed64(_ field: Int, _ value: UInt64) -> [UInt8] {
        tag(field, 1) + (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
    }

    /// A `KeyValue`.
    static func pair(_ key: String, _ value: [UInt8]) -> [UInt8] { text(1, key) + bytes(2, value) }

    static let trace = [UInt8](repeating: 0xAB, count: 16)
    static let id = [UInt8](repeating: 0xCD, count: 8)

    /// A `Span` with ids and whatever else is given.
    static func span(trace: [UInt8] = Proto.trace, id: [UInt8] = Proto.id, _ rest: [UInt8] = []) -> [UInt8] {
        bytes(1, trace) + bytes(2, id) + rest
    }

    /// An `ExportTraceServiceRequest` of one resource and scope.
    static func request(_ spans: [[UInt8]], resource: [UInt8] = [], scope: [UInt8] = []) -> [UInt8] {
        bytes(1, bytes(1, resource) + bytes(2, bytes(1, scope) + spans.flatMap { bytes(2, $0) }))
    }

    /// An `ExportLogsServiceRequest` of one record.
    static func logs(_ record: [UInt8]) -> [UInt8] { bytes(1, bytes(2, bytes(2, record))) }
}
