/// What the calls of one version of a prompt measured: what effects are computed from.
public struct VersionTraffic: Hashable, Sendable {
    public var calls: Int64 = 0
    public var errors: Int64 = 0
    /// Seconds.
    public var durations = NumberCounts()
    /// Seconds.
    public var timesToFirstToken = NumberCounts()
    public var inputTokens = NumberCounts()
    public var outputTokens = NumberCounts()
    /// Dollars.
    public var costs = NumberCounts()
    /// Values by the name of the score, in the order in which they were given.
    public var scores: [String: [Double]] = [:]

    /// No calls.
    public init() {}
}

/// How often numbers occur: a distribution out of buckets.
public struct NumberCounts: Hashable, Sendable {
    /// Ascending, each once.
    public private(set) var values: [Double] = []
    /// How often each occurs; positive.
    public private(set) var counts: [Int64] = []

    /// No numbers.
    public init() {}

    /// The given numbers, each finite; those that do not occur are left out.
    public init(_ pairs: [(value: Double, count: Int64)]) {
        for pair in pairs.sorted(by: { $0.value < $1.value }) where pair.count > 0 && pair.value.isFinite {
            if values.last == pair.value {
                counts[counts.count - 1] &+= pair.count
            } else {
                values.append(pair.value)
                counts.append(pair.count)
            }
        }
    }

    /// How many numbers there are.
    public var total: Int64 { counts.reduce(0, &+) }

    /// The smallest number that at least the share `p` of all do not exceed; nil without numbers.
    public func quantile(_ p: Double) -> Double? {
        let rank = p * Double(total)
        var seen: Int64 = 0
        for (value, count) in zip(values, counts) {
            seen &+= count
            if Double(seen) >= rank { return value }
        }
        return values.last
    }
}
