/// Appends numbers in the store's compact form: little-endian base 128 (LEB128), signed ones zigzag.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    /// Forgets everything but keeps the memory.
    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    @inline(__always)
    mutating func append(unsigned number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    @inline(__always)
    mutating func append(_ number: Int64) {
        append(unsigned: UInt64(bitPattern: number << 1 ^ number >> 63))
    }

    /// Lets `body` append bytes to the same buffer.
    mutating func append(by body: (inout [UInt8]) -> Void) { body(&bytes) }
}
