/// How values are distributed, as exact counts of intervals: what a histogram of OTLP says, of either kind.
public struct MetricDistribution: Hashable, Sendable {
    /// The values above `lower` up to and including `upper`; the lowest interval reaches to minus infinity, the highest to infinity.
    public struct Interval: Hashable, Sendable {
        public var lower: Double
        public var upper: Double

        /// The interval between two values.
        public init(_ lower: Double, _ upper: Double) { (self.lower, self.upper) = (lower, upper) }
    }

    /// How many values lie in an interval.
    public struct Bucket: Hashable, Sendable {
        public var interval: Interval
        public var count: Int64

        /// `count` values in `interval`.
        public init(_ interval: Interval, _ count: Int64) { (self.interval, self.count) = (interval, count) }
    }

    /// How many values there are.
    public var count: Int64
    /// Their sum; nil when not said or not finite.
    public var sum: Double?
    /// The smallest value; nil when not said.
    public var least: Double?
    /// The largest value; nil when not said.
    public var greatest: Double?
    /// The intervals that are not empty, ascending. Empty when only count and sum are known.
    public var buckets: [Bucket]

    /// A distribution of the given parts.
    public init(
        count: Int64 = 0, sum: Double? = nil, least: Double? = nil, greatest: Double? = nil, buckets: [Bucket] = []
    ) {
        (self.count, self.sum, self.least, self.greatest, self.buckets) = (count, sum, least, greatest, buckets)
    }

    /// Adds all values of `other`.
    public mutating func add(_ other: MetricDistribution) {
        guard other.count > 0 else { return }
        guard count > 0 else {
            self = other
            return
        }
        count &+= other.count
        sum = sum.flatMap { sum in other.sum.map { sum + $0 } }
        least = least.flatMap { least in other.least.map { min(least, $0) } }
        greatest = greatest.flatMap { greatest in other.greatest.map { max(greatest, $0) } }
        buckets = Self.merged(buckets, other.buckets, sign: 1)
    }

    /// What came since `earlier`, when counting went on since then; nil when it began anew. The extremes of the difference are not known.
    public func since(_ earlier: MetricDistribution) -> MetricDistribution? {
        guard count >= earlier.count else { return nil }
        let difference = Self.merged(buckets, earlier.buckets, sign: -1)
        guard difference.allSatisfy({ $0.count > 0 }) else { return nil }
        let sum = sum.flatMap { sum in earlier.sum.map { sum - $0 } }
        return MetricDistribution(count: count - earlier.count, sum: sum, buckets: difference)
    }

    private static func merged(_ a: [Bucket], _ b: [Bucket], sign: Int64) -> [Bucket] {
        var result: [Bucket] = []
        result.reserveCapacity(max(a.count, b.count))
        var (i, j) = (0, 0)
        while i < a.count || j < b.count {
            if j >= b.count || i < a.count && a[i].interval < b[j].interval {
                result.append(a[i])
                i += 1
            } else if i >= a.count || b[j].interval < a[i].interval {
                result.append(Bucket(b[j].interval, b[j].count &* sign))
                j += 1
            } else {
                let count = a[i].count &+ b[j].count &* sign
                if count != 0 { result.append(Bucket(a[i].interval, count)) }
                i += 1
                j += 1
            }
        }
        return result
    }
}

extension MetricDistribution.Interval: Comparable {
    public static func < (a: Self, b: Self) -> Bool { (a.lower, a.upper) < (b.lower, b.upper) }
}
