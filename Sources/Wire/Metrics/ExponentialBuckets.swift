import Domain
import Glibc

/// The buckets of one sign of an exponential histogram: `counts[i]` values within (base^(offset + i), base^(offset + i + 1)], where the
/// base is 2^(2^−scale).
struct ExponentialBuckets {
    private(set) var offset: Int32 = 0
    private(set) var counts: [UInt64] = []

    /// Eight buckets an octave: finer ones are joined, which is exact, so that clients that refine or coarsen their scale as they go
    /// can be compared with what they said before.
    private static let finestScale: Int32 = 3
    private static let scales: ClosedRange<Int32> = -10...20

    /// The number of a zigzag varint of 32 bits.
    static func signed(_ number: UInt64) -> Int32 {
        let bits = UInt32(truncatingIfNeeded: number)
        return Int32(bitPattern: bits &>> 1) ^ (0 &- Int32(bitPattern: bits & 1))
    }

    mutating func read(_ message: Cursor) throws(WireFault) {
        var message = message
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            case (1, .varint): offset = Self.signed(try message.varint())
            case (2, .varint): PointFields.append(try message.varint(), to: &counts)
            case (2, .bytes):
                var packed = try message.message()
                while !packed.rest.isEmpty { PointFields.append(try packed.varint(), to: &counts) }
            default: try message.skip(tag)
            }
        }
    }

    /// The buckets that are not empty as intervals, ascending by their distance from zero; nil when scale or counts cannot be.
    func intervals(scale: Int32) -> [MetricDistribution.Bucket]? {
        guard Self.scales.contains(scale) else { return nil }
        let coarser = Int64(max(0, scale - Self.finestScale))
        let width = exp2(-Double(min(scale, Self.finestScale)))
        var buckets: [MetricDistribution.Bucket] = []
        var lastIndex: Int64?
        for (position, count) in counts.enumerated() where count > 0 {
            guard let count = Int64(exactly: count) else { return nil }
            let index = (Int64(offset) + Int64(position)) >> coarser
            if index == lastIndex {
                buckets[buckets.count - 1].count &+= count
            } else {
                let interval = MetricDistribution.Interval(
                    exp2(Double(index) * width), exp2(Double(index + 1) * width))
                buckets.append(MetricDistribution.Bucket(interval, count))
                lastIndex = index
            }
        }
        return buckets
    }
}
