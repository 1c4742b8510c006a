/// Writes the wire format of Protocol Buffers. Fields are written in the order of the calls, always, also when they hold the default.
public struct ProtobufWriter: Sendable {
    /// What has been written so far.
    public private(set) var bytes: [UInt8] = []

    /// A writer that has written nothing.
    public init() {}

    /// An integer of any kind but `sint` and `fixed`; negative ones as protobuf does it, in ten bytes.
    public mutating func varint(_ field: Int, _ value: Int64) {
        tag(field, .varint)
        write(varint: UInt64(bitPattern: value))
    }

    /// A truth value.
    public mutating func bool(_ field: Int, _ value: Bool) { varint(field, value ? 1 : 0) }

    /// A `fixed64`.
    public mutating func fixed64(_ field: Int, _ value: UInt64) {
        tag(field, .eightBytes)
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// A `fixed32`.
    public mutating func fixed32(_ field: Int, _ value: UInt32) {
        tag(field, .fourBytes)
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// A `double`.
    public mutating func double(_ field: Int, _ value: Double) { fixed64(field, value.bitPattern) }

    /// A `string`.
    public mutating func string(_ field: Int, _ value: String) {
        tag(field, .lengthDelimited)
        write(varint: UInt64(value.utf8.count))
        bytes.append(contentsOf: value.utf8)
    }

    /// A `bytes`.
    public mutating func bytes(_ field: Int, _ value: some Collection<UInt8>) {
        tag(field, .lengthDelimited)
        write(varint: UInt64(value.count))
        bytes.append(contentsOf: value)
    }

    /// A message inside this one, whose fields `body` writes.
    public mutating func message(_ field: Int, _ body: (inout ProtobufWriter) -> Void) {
        tag(field, .lengthDelimited)
        // One byte is kept for the length, which is enough for most messages; longer ones are moved to make room.
        let place = bytes.count
        bytes.append(0)
        body(&self)
        var length = UInt64(bytes.count - place - 1)
        if length < 0x80 {
            bytes[place] = UInt8(length)
            return
        }
        bytes[place] = UInt8(truncatingIfNeeded: length) | 0x80
        length >>= 7
        var more: [UInt8] = []
        while length >= 0x80 {
            more.append(UInt8(truncatingIfNeeded: length) | 0x80)
            length >>= 7
        }
        more.append(UInt8(length))
        bytes.insert(contentsOf: more, at: place + 1)
    }

    private enum WireType: UInt64 { case varint = 0, eightBytes = 1, lengthDelimited = 2, fourBytes = 5 }

    private mutating func tag(_ field: Int, _ type: WireType) {
        write(varint: UInt64(field) << 3 | type.rawValue)
    }

    private mutating func write(varint value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}
