/// The distribution of many numbers in little space, from which any quantile can be read within 1 % (DDSketch; `BucketScale`
/// says how and over which range). A number is nothing but a count in a bucket, so sketches add and subtract exactly: in
/// whatever order they are merged the end is the same, and taking out what was put in leaves no trace.
///
/// A sketch may also be a difference, with negative counts; its quantiles mean something once it is added to its whole.
public struct QuantileSketch: Sendable {
    private var zeros: Int64 = 0
    private var buckets = SketchBuckets()
    /// How many numbers there are: those added less those subtracted.
    public private(set) var count: Int64 = 0

    /// A sketch without numbers.
    public init() {}

    /// Adds `value`, `count` times; a negative `count` takes it out. False, and nothing is added, when `value` is negative or not finite.
    @discardableResult
    public mutating func add(_ value: Double, count: Int64 = 1) -> Bool {
        guard let key = BucketScale.key(of: value) else { return false }
        add(count, toKey: key)
        return true
    }

    /// Adds all numbers of `other`.
    public mutating func merge(_ other: QuantileSketch) {
        other.forEachBucket { key, count in add(count, toKey: key) }
    }

    /// Takes all numbers of `other` out.
    public mutating func subtract(_ other: QuantileSketch) {
        other.forEachBucket { key, count in add(0 &- count, toKey: key) }
    }

    /// Whether every bucket is empty. A difference can have `count` 0 without being empty.
    public var isEmpty: Bool { zeros == 0 && buckets.isEmpty }

    /// The number below or at which a share `q` of all numbers lies (nearest rank: the smallest one that at least q × count
    /// numbers do not exceed), within 1 %. `q` is 0 for the smallest to 1 for the largest. Nil when there are no numbers or `q` is
    /// not in this range.
    public func quantile(_ q: Double) -> Double? {
        guard q >= 0, q <= 1, count > 0 else { return nil }
        // ⌈q × count⌉. The factor keeps a whole product, such as 0.07 × 100, which binary makes a little too much, at its own rank.
        let rank = Int64(q * Double(count) * (1 - 0x1p-48)) + 1
        if zeros >= rank { return 0 }
        return buckets.firstKey(reaching: rank &- zeros).map(BucketScale.middle(of:))
    }

    /// The upper end of the bucket of the largest number: at most 2.1 % above it. Nil when there are no numbers.
    public var max: Double? {
        if let key = buckets.highestKey { return BucketScale.upperEnd(of: key) }
        return zeros > 0 ? 0 : nil
    }

    /// How many numbers are above `value`. Those in its own bucket, which differ from it by 2.1 % at most, are taken to be evenly spread.
    public func count(above value: Double) -> Int64 {
        guard let edge = BucketScale.key(of: value) else { return value < 0 ? count : 0 }
        var above: Int64 = 0
        forEachBucket { key, count in
            if key > edge { above &+= count }
            guard key == edge, key > 0 else { return }
            let (low, high) = (BucketScale.lowerEnd(of: key), BucketScale.upperEnd(of: key))
            let share = Swift.min(Swift.max((high - value) / (high - low), 0), 1)
            above &+= Int64((Double(count) * share).rounded())
        }
        return above
    }

    @inline(__always)
    mutating func add(_ count: Int64, toKey key: Int) {
        self.count &+= count
        if key > 0 { buckets.add(count, to: key) } else { zeros &+= count }
    }

    /// Every bucket that is not empty, by ascending key; key 0 is the number zero.
    @inline(__always)
    func forEachBucket(_ body: (_ key: Int, _ count: Int64) -> Void) {
        if zeros != 0 { body(0, zeros) }
        buckets.forEach(body)
    }

    var numberOfBuckets: Int { buckets.number + (zeros == 0 ? 0 : 1) }
}

extension QuantileSketch: Equatable {
    /// Whether both have the same counts in the same buckets.
    public static func == (a: QuantileSketch, b: QuantileSketch) -> Bool {
        guard a.count == b.count else { return false }
        var difference = a
        difference.subtract(b)
        return difference.isEmpty
    }
}
