/// Appends fields of the protobuf wire format to bytes.
struct ProtobufWriter {
    private(set) var bytes: [UInt8] = []

    mutating func tag(_ field: UInt32, _ type: WireType) {
        varint(UInt64(field) << 3 | UInt64(type.rawValue))
    }

    mutating func varint(_ value: UInt64) {
        var value = value
        while value >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
            value >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: value))
    }

    mutating func fixed64(_ value: UInt64) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func fixed32(_ value: UInt32) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Bytes as they are, without a length before them.
    mutating func raw(_ content: some Collection<UInt8>) { bytes.append(contentsOf: content) }

    mutating func field(_ number: UInt32, bytes content: some Collection<UInt8>) {
        tag(number, .bytes)
        varint(UInt64(content.count))
        raw(content)
    }

    /// A field whose content `write` appends. Its length is known only afterwards: one byte is kept free for it, and a longer
    /// message moved up, once a level.
    mutating func message<Failure>(
        _ number: UInt32, _ write: (inout ProtobufWriter) throws(Failure) -> Void
    ) throws(Failure) {
        tag(number, .bytes)
        let start = bytes.count
        bytes.append(0)
        try write(&self)
        let count = UInt64(bytes.count - start - 1)
        guard count >= 0x80 else {
            bytes[start] = UInt8(truncatingIfNeeded: count)
            return
        }
        var length = ProtobufWriter()
        length.varint(count)
        bytes.replaceSubrange(start...start, with: length.bytes)
    }
}
