import Domain

extension ByteWriter {
    /// Appends the eight bytes of a number.
    mutating func append(_ number: Double) {
        append { bytes in withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) } }
    }

    /// Appends a distribution: which of its parts are known, the parts, and the buckets, of which a lower end is only written where it is
    /// not the upper end of the bucket before.
    mutating func append(_ distribution: MetricDistribution) {
        let parts = [distribution.sum, distribution.least, distribution.greatest]
        append(unsigned: parts.enumerated().reduce(0) { $0 | ($1.element == nil ? 0 : 1 << UInt64($1.offset)) })
        append(distribution.count)
        for case let part? in parts { append(part) }
        append(unsigned: UInt64(distribution.buckets.count))
        var end: Double?
        for bucket in distribution.buckets {
            let continues = bucket.interval.lower == end
            append(unsigned: continues ? 0 : 1)
            if !continues { append(bucket.interval.lower) }
            append(bucket.interval.upper)
            append(bucket.count)
            end = bucket.interval.upper
        }
    }
}

extension ByteReader {
    mutating func double() -> Double {
        guard offset >= 0, bytes.count - offset >= 8 else {
            fail()
            return 0
        }
        defer { offset += 8 }
        return Double(
            bitPattern: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
    }

    mutating func distribution() -> MetricDistribution {
        let known = unsigned()
        var distribution = MetricDistribution(count: signed())
        if known & 1 != 0 { distribution.sum = double() }
        if known & 2 != 0 { distribution.least = double() }
        if known & 4 != 0 { distribution.greatest = double() }
        var left = unsigned()
        var end = 0.0
        while left > 0, !isDamaged {
            let lower = unsigned() == 0 ? end : double()
            end = double()
            distribution.buckets.append(.init(.init(lower, end), signed()))
            left -= 1
        }
        return distribution
    }
}
