/// Reads what `ByteWriter` wrote. Bytes that end too early or are no number set `isDamaged` and read as zero, so that a
/// decoder checks once at its end.
/// Only valid while `bytes` are.
struct ByteReader {
    let bytes: UnsafeRawBufferPointer
    var offset = 0
    private(set) var isDamaged = false

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { offset >= bytes.count }

    @inline(__always)
    mutating func unsigned() -> UInt64 {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while shift < 64, offset >= 0, offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        fail()
        return 0
    }

    @inline(__always)
    mutating func signed() -> Int64 {
        let zigzag = unsigned()
        return Int64(bitPattern: zigzag >> 1) ^ (0 &- Int64(bitPattern: zigzag & 1))
    }

    /// Moves over `count` bytes.
    mutating func skip(_ count: UInt64) {
        guard let count = Int(exactly: count), count <= bytes.count - offset else { return fail() }
        offset += count
    }

    /// Gives up: what follows cannot be understood.
    mutating func fail() {
        isDamaged = true
        offset = bytes.count
    }
}
