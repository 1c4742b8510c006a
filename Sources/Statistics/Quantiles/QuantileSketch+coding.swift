/// The stored form: the number of buckets, then for each by ascending key the distance to the key before (less one; the first key
/// as it is) and the count, zigzag. Numbers are little-endian base 128 (LEB128), so a bucket mostly takes two bytes.
extension QuantileSketch {
    /// Appends the stored form to `bytes`; equal sketches have equal forms.
    public func encode(into bytes: inout [UInt8]) {
        appendVarint(UInt64(numberOfBuckets), to: &bytes)
        var next = 0
        forEachBucket { key, count in
            appendVarint(UInt64(key - next), to: &bytes)
            appendVarint(UInt64(bitPattern: count << 1 ^ count >> 63), to: &bytes)
            next = key + 1
        }
    }

    /// The sketch whose stored form begins at `offset` of `bytes`; `offset` moves behind it.
    public init(decoding bytes: RawSpan, from offset: inout Int) throws(SketchDecodingError) {
        self.init()
        try merge(decoding: bytes, from: &offset)
    }

    /// Adds all numbers of the sketch whose stored form begins at `offset` of `bytes`, without making that sketch; `offset`
    /// moves behind it. After an error neither the sketch nor `offset` has changed.
    public mutating func merge(decoding bytes: RawSpan, from offset: inout Int) throws(SketchDecodingError) {
        var reader = SketchReader(offset: offset)
        let number = try reader.varint(bytes)
        var done: UInt64 = 0
        do {
            while done < number {
                let (key, count) = try reader.bucket(bytes)
                add(count, toKey: key)
                done += 1
            }
        } catch {
            try takeBack(done, decoding: bytes, from: offset)
            throw error
        }
        offset = reader.offset
    }

    /// Subtracts the first `number` buckets of the stored form at `offset` of `bytes`.
    private mutating func takeBack(_ number: UInt64, decoding bytes: RawSpan, from offset: Int)
        throws(SketchDecodingError)
    {
        var reader = SketchReader(offset: offset)
        _ = try reader.varint(bytes)
        for _ in 0..<number {
            let (key, count) = try reader.bucket(bytes)
            add(0 &- count, toKey: key)
        }
    }
}

private func appendVarint(_ number: UInt64, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest >>= 7
    }
    bytes.append(UInt8(rest))
}

/// Reads the numbers of a stored sketch; bytes that are not one give an error.
private struct SketchReader {
    /// Where the next number begins.
    private(set) var offset: Int
    private var nextKey = 0

    init(offset: Int) { self.offset = offset }

    /// The next bucket. Its key lies on the scale.
    @inline(__always)
    mutating func bucket(_ bytes: RawSpan) throws(SketchDecodingError) -> (key: Int, count: Int64) {
        let distance = try varint(bytes)
        guard distance <= UInt64(BucketScale.lastKey) else { throw .keyOutOfRange }
        let key = nextKey + Int(distance)
        guard key <= BucketScale.lastKey else { throw .keyOutOfRange }
        nextKey = key + 1
        let zigzag = try varint(bytes)
        return (key, Int64(bitPattern: zigzag >> 1) ^ (0 &- Int64(bitPattern: zigzag & 1)))
    }

    @inline(__always)
    mutating func varint(_ bytes: RawSpan) throws(SketchDecodingError) -> UInt64 {
        guard let first = next(bytes) else { throw .truncated }
        return first < 0x80 ? UInt64(first) : try longVarint(first, bytes)
    }

    private mutating func longVarint(_ first: UInt8, _ bytes: RawSpan) throws(SketchDecodingError) -> UInt64 {
        var number = UInt64(first & 0x7F)
        var shift: UInt64 = 7
        while let byte = next(bytes) {
            guard shift < 63 || byte <= 1 else { throw .oversizedNumber }
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        throw .truncated
    }

    @inline(__always)
    private mutating func next(_ bytes: RawSpan) -> UInt8? {
        guard offset >= 0, offset < bytes.byteCount else { return nil }
        defer { offset += 1 }
        return bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
    }
}
