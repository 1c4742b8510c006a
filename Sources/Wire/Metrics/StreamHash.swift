import Domain

/// A number for bytes that is the same in every process: FNV-1a, 64 bits (Fowler, Noll and Vo).
enum StreamHash {
    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    /// A number for both together, in this order.
    static func combine(_ a: UInt64, _ b: UInt64) -> UInt64 {
        withUnsafeBytes(of: (a.littleEndian, b.littleEndian)) { of($0) }
    }
}
