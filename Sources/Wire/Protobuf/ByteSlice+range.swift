import Domain

extension ByteSlice {
    /// The offsets of its bytes.
    @inline(__always)
    var range: Range<Int> {
        let start = Int(offset)
        return Range(uncheckedBounds: (start, start &+ Int(count)))
    }

    /// The `count` bytes from `offset` on; both are known to fit.
    init(at offset: Int, count: Int) {
        self.init(offset: UInt32(truncatingIfNeeded: offset), count: UInt32(truncatingIfNeeded: count))
    }
}
