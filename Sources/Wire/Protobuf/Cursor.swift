import Domain

/// A place within one protobuf message, moving forward. Every read is checked against the end of the message, so whatever
/// the bytes claim, nothing outside of them is touched and nothing traps.
///
/// A cursor borrows the bytes: it must not outlive the closure that lends them.
struct Cursor {
    /// Messages and groups nested deeper than this are malformed, as for every protobuf implementation.
    static let depthLimit = 100

    private let base: UnsafeRawBufferPointer
    /// Offset of the next byte, counted from the beginning of the request.
    private(set) var at: Int
    private let end: Int
    private let depth: Int

    /// The whole of `bytes`, which are at most 4 GiB.
    init(_ bytes: UnsafeRawBufferPointer) {
        (base, at, end, depth) = (bytes, 0, bytes.count, 1)
    }

    private init(base: UnsafeRawBufferPointer, at: Int, end: Int, depth: Int) {
        (self.base, self.at, self.end, self.depth) = (base, at, end, depth)
    }

    /// What has not been read yet.
    var rest: ByteSlice {
        ByteSlice(offset: UInt32(truncatingIfNeeded: at), count: UInt32(truncatingIfNeeded: end - at))
    }

    /// The tag of the next field; nil at the end of the message.
    @inline(__always)
    mutating func next() throws(WireFault) -> Tag? {
        guard at < end else { return nil }
        let start = at
        let value = try varint()
        guard value <= UInt64(UInt32.max), value >= 8, let type = WireType(rawValue: UInt8(value & 7)) else {
            throw WireFault(reason: .badTag, offset: start)
        }
        return Tag(field: UInt32(truncatingIfNeeded: value >> 3), type: type)
    }

    /// A base 128 number of at most ten bytes; bits beyond the 64th are lost, as everywhere.
    @inline(__always)
    mutating func varint() throws(WireFault) -> UInt64 {
        guard at < end else { throw WireFault(reason: .truncated, offset: at) }
        let byte = base[at]
        at &+= 1
        return byte < 0x80 ? UInt64(byte) : try longVarint(UInt64(byte & 0x7F))
    }

    private mutating func longVarint(_ first: UInt64) throws(WireFault) -> UInt64 {
        var value = first
        var shift: UInt64 = 7
        while shift <= 63 {
            guard at < end else { throw WireFault(reason: .truncated, offset: at) }
            let byte = base[at]
            at &+= 1
            value |= UInt64(byte & 0x7F) &<< shift
            if byte < 0x80 { return value }
            shift &+= 7
        }
        throw WireFault(reason: .longVarint, offset: at)
    }

    /// Eight bytes, little endian.
    @inline(__always)
    mutating func fixed64() throws(WireFault) -> UInt64 {
        guard end &- at >= 8 else { throw WireFault(reason: .truncated, offset: at) }
        let value = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        at &+= 8
        return value
    }

    /// Where the bytes of a length-delimited field stand; moves past them.
    @inline(__always)
    mutating func bytes() throws(WireFault) -> ByteSlice {
        let start = at
        let count = try varint()
        guard count <= UInt64(end &- at) else { throw WireFault(reason: .truncated, offset: start) }
        let slice = ByteSlice(offset: UInt32(truncatingIfNeeded: at), count: UInt32(truncatingIfNeeded: count))
        at &+= Int(truncatingIfNeeded: count)
        return slice
    }

    /// A cursor over a nested message; moves past it.
    @inline(__always)
    mutating func message() throws(WireFault) -> Cursor {
        guard depth < Cursor.depthLimit else { throw WireFault(reason: .nestedMessages, offset: at) }
        let slice = try bytes()
        let start = Int(slice.offset)
        return Cursor(base: base, at: start, end: start &+ Int(slice.count), depth: depth &+ 1)
    }

    /// Moves past the value of a field that nobody asked for.
    mutating func skip(_ tag: Tag) throws(WireFault) {
        switch tag.type {
        case .varint: _ = try varint()
        case .fixed64: try advance(8)
        case .bytes: _ = try bytes()
        case .fixed32: try advance(4)
        case .startGroup: try skipGroup(tag.field, depth: depth)
        case .endGroup: throw WireFault(reason: .badGroup, offset: at)
        }
    }

    private mutating func advance(_ count: Int) throws(WireFault) {
        guard end &- at >= count else { throw WireFault(reason: .truncated, offset: at) }
        at &+= count
    }

    private mutating func skipGroup(_ field: UInt32, depth: Int) throws(WireFault) {
        guard depth < Cursor.depthLimit else { throw WireFault(reason: .nestedMessages, offset: at) }
        while let tag = try next() {
            switch tag.type {
            case .endGroup where tag.field == field: return
            case .startGroup: try skipGroup(tag.field, depth: depth &+ 1)
            default: try skip(tag)
            }
        }
        throw WireFault(reason: .badGroup, offset: at)
    }
}
