/// Appends fields of the protobuf wire format to bytes.
struct ProtobufWriter {
    private(set) var bytes: [UInt8] = []

    mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

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

    /// Begins a field of bytes whose length is known only at its `end`: one byte is kept free for it.
    ///
    /// - Returns: what `end` wants to know.
    mutating func begin(_ number: UInt32) -> Int {
        tag(number, .bytes)
        bytes.append(0)
        return bytes.count
    }

    /// Ends a field of bytes. What is longer than 127 bytes moves up, once for each level of nesting.
    mutating func end(_ start: Int) {
        let count = UInt64(bytes.count - start)
        guard count >= 0x80 else {
            bytes[start - 1] = UInt8(truncatingIfNeeded: count)
            return
        }
        var length = ProtobufWriter()
        length.varint(count)
        bytes.replaceSubrange((start - 1)..<start, with: length.bytes)
    }
}
