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

    func append(to bytes: inout [UInt8]) {
        withUnsafeBytes(of: hash.littleEndian) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: row.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
