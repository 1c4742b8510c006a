/// Writes the few, small protobuf messages of which OTLP's answers are made.
struct ProtobufMessage {
    private(set) var bytes: [UInt8] = []

    /// Adds a number; zero is protobuf's default and is not written.
    mutating func add(_ number: Int, field: UInt8) {
        guard number != 0 else { return }
        bytes.append(field << 3)
        append(varint: UInt64(bitPattern: Int64(number)))
    }

    /// Adds a text; the empty one is not written.
    mutating func add(_ text: String, field: UInt8) {
        guard !text.isEmpty else { return }
        add(Array(text.utf8), field: field)
    }

    /// Adds a message.
    mutating func add(_ message: ProtobufMessage, field: UInt8) { add(message.bytes, field: field) }

    private mutating func add(_ content: [UInt8], field: UInt8) {
        bytes.append(field << 3 | 2)
        append(varint: UInt64(content.count))
        bytes += content
    }

    private mutating func append(varint value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }
}
