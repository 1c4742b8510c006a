/// Numbers as they are met: distinct values in ascending order, each with its count. Made of raw numbers, or of a sketch, whose values are
/// within 1 %.
public struct EmpiricalDistribution: Hashable, Sendable {
    /// The distinct values, ascending, finite.
    public let values: [Double]
    /// How many numbers are at most the value at the same place; the last is the number of all.
    public let cumulative: [Int64]

    /// Of raw numbers. Nil when there are none (or 2⁵³ of them) or one is not finite.
    public init?(_ numbers: [Double]) {
        guard numbers.allSatisfy(\.isFinite) else { return nil }
        self.init(ascending: numbers.sorted().lazy.map { ($0, 1) })
    }

    /// Of the numbers in a sketch. Nil when it has none, or is a difference in which some are missing.
    public init?(_ sketch: QuantileSketch) { self.init(SignedQuantileSketch(positive: sketch)) }

    /// Of the numbers in a sketch with a sign. Nil when it has none, or is a difference in which some are missing.
    public init?(_ sketch: SignedQuantileSketch) {
        var buckets: [(Double, Int64)] = []
        sketch.negative.forEachBucket { key, count in buckets.append((-BucketScale.middle(of: key), count)) }
        buckets.reverse()
        sketch.positive.forEachBucket { key, count in buckets.append((BucketScale.middle(of: key), count)) }
        self.init(ascending: buckets)
    }

    /// Of numbers that occur several times. Nil when there are none, one is not finite or not counted, or the values do not ascend.
    public init?(counted pairs: [(value: Double, count: Int64)]) {
        guard pairs.allSatisfy({ $0.value.isFinite }), zip(pairs, pairs.dropFirst()).allSatisfy({ $0.value < $1.value })
        else { return nil }
        self.init(ascending: pairs.lazy.map { ($0.value, $0.count) })
    }

    private init?(ascending: some Sequence<(Double, Int64)>) {
        var (values, cumulative): ([Double], [Int64]) = ([], [])
        var sum: Int64 = 0
        for (value, count) in ascending {
            guard count > 0, count < 1 << 53 else { return nil }
            sum &+= count
            guard sum < 1 << 53 else { return nil }
            if values.last == value {
                cumulative[cumulative.count - 1] = sum
            } else {
                values.append(value)
                cumulative.append(sum)
            }
        }
        guard sum > 0 else { return nil }
        (self.values, self.cumulative) = (values, cumulative)
    }

    /// How many numbers there are; at least 1.
    public var count: Int64 { cumulative.last ?? 0 }

    /// The number at `rank` in ascending order; 0 is the first, ranks outside are the nearest inside.
    public func value(atRank rank: Int64) -> Double {
        var (low, high) = (0, values.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] > rank { high = middle } else { low = middle + 1 }
        }
        return values[low]
    }

    /// The `q`-quantile, linear between the two nearest numbers (type 7 of Hyndman and Fan 1996). Nil unless `q` is in 0 … 1.
    public func quantile(_ q: Double) -> Double? {
        guard q >= 0, q <= 1 else { return nil }
        let position = q * Double(count - 1)
        let rank = Int64(position)
        let low = value(atRank: rank)
        return low + (position - Double(rank)) * (value(atRank: rank + 1) - low)
    }

    /// The distance between the quartiles.
    public var interquartileRange: Double { (quantile(0.75) ?? 0) - (quantile(0.25) ?? 0) }

    /// The Kolmogorov-Smirnov distance: the largest difference of the two cumulative shares, 0 … 1.
    public func kolmogorovSmirnov(to other: EmpiricalDistribution) -> Double {
        var largest = 0.0
        walk(with: other) { difference, _ in largest = max(largest, difference) }
        return largest
    }

    /// The Wasserstein distance W₁: how far numbers have moved on average, in their own unit.
    public func wasserstein(to other: EmpiricalDistribution) -> Double {
        var sum = 0.0
        walk(with: other) { difference, width in sum += difference * width }
        return sum
    }

    /// The difference of the cumulative shares from each value of either to the next, and how far that is; 0 after the last.
    private func walk(with other: EmpiricalDistribution, _ body: (_ difference: Double, _ width: Double) -> Void) {
        var (a, b) = (0, 0)
        while a < values.count || b < other.values.count {
            let value = min(
                a < values.count ? values[a] : .infinity, b < other.values.count ? other.values[b] : .infinity)
            while a < values.count, values[a] <= value { a += 1 }
            while b < other.values.count, other.values[b] <= value { b += 1 }
            let next = min(
                a < values.count ? values[a] : .infinity, b < other.values.count ? other.values[b] : .infinity)
            let difference = abs(share(a) - other.share(b))
            body(difference, next < .infinity ? next - value : 0)
        }
    }

    /// The share of the numbers that the first `places` values are.
    private func share(_ places: Int) -> Double {
        places > 0 ? Double(cumulative[places - 1]) / Double(count) : 0
    }
}
