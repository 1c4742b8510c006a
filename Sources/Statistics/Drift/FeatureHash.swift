/// FNV-1a of 64 bits, then the finaliser of MurmurHash3, which spreads it over all bits.
struct FeatureHash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The hash of `kind`, to which more is added.
    @inline(__always)
    init(_ kind: Unicode.Scalar) { add(UInt8(truncatingIfNeeded: kind.value)) }

    @inline(__always)
    mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

    @inline(__always)
    mutating func add(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) { for byte in bytes { add(byte) } }

    /// The hash of all that was added.
    @inline(__always)
    var value: UInt64 {
        var mixed = state
        mixed = (mixed ^ mixed >> 33) &* 0xFF51_AFD7_ED55_8CCD
        mixed = (mixed ^ mixed >> 33) &* 0xC4CE_B9FE_1A85_EC53
        return mixed ^ mixed >> 33
    }
}
