import Domain

// Ids stand in nearly every row that is read; taking them out of any collection of bytes costs more than the rest of the row.

extension TraceID {
    /// The id that `bytes` are; nil unless they are 16 and not all zero.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 16 else { return nil }
        self.init(
            high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
            low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
        guard high != 0 || low != 0 else { return nil }
    }
}

extension SpanID {
    /// The id that `bytes` are; nil unless they are 8 and not all zero.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 8 else { return nil }
        self.init(UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)))
    }
}
