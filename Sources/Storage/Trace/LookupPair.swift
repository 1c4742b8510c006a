/// A hash and a row in which what was hashed stands. Stored as 12 bytes: the hash and the row as 32 bits, little-endian.
struct LookupPair: Comparable {
    var hash: UInt64
    var row: UInt32

    static let byteCount = 12

    static func < (a: LookupPair, b: LookupPair) -> Bool { (a.hash, a.row) < (b.hash, b.row) }

    init(hash: UInt64, row: UInt32) { (self.hash, self.row) = (hash, row) }

    init(_ bytes: UnsafeRawBufferPointer, at index: Int) {
        hash = bytes.loadUnaligned(fromByteOffset: index * Self.byteCount, as: UInt64.self).littleEndian
        row = bytes.loadUnaligned(fromByteOffset: index * Self.byteCount + 8, as: UInt32.self).littleEndian
    }

    /// The stored form of `pairs`.
    static func bytes(_ pairs: ArraySlice<LookupPair>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(pairs.count * byteCount)
        for pair in pairs { pair.append(to: &bytes) }
        return bytes
    }

    /// Sorted pairs cut into pieces of about 3 kB, two a page. Equal hashes stay together: a piece is found by its first hash.
    static func pieces(_ pairs: [LookupPair]) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var first = 0
        while first < pairs.count {
            var end = min(first + 256, pairs.count)
            while end < pairs.count, pairs[end].hash == pairs[end - 1].hash { end += 1 }
            pieces.append(first..<end)
            first = end
        }
        return pieces
    }

    func append(to bytes: inout [UInt8]) {
        withUnsafeBytes(of: hash.littleEndian) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: row.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
