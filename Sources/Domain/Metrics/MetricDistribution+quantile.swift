extension MetricDistribution {
    /// About the value below which a share `q` (0 to 1) of all values lies: within the interval of that rank, values are taken to lie
    /// evenly. As wrong as the intervals are wide: the console marks it with `≈`. Nil when no intervals are known.
    ///
    /// An interval that is open below counts from zero, or from the smallest value; in one that is open above the answer is the largest
    /// value when it is known, else the interval's lower end: at least so much.
    public func quantile(_ q: Double) -> Double? {
        let total = buckets.reduce(0.0) { $0 + Double($1.count) }
        guard q >= 0, q <= 1, total > 0 else { return nil }
        let rank = q * total
        // Intervals of different clients may overlap: walk along all their ends.
        let pieces = buckets.map { (ends: finite($0.interval), count: Double($0.count)) }
        let ends = Set(pieces.flatMap { [$0.ends.lower, $0.ends.upper] }).sorted()
        var below = 0.0
        var previous = ends.first ?? 0
        for end in ends {
            let reached = pieces.reduce(0.0) { $0 + $1.count * Self.share($1.ends, upTo: end) }
            if reached >= rank {
                guard reached > below else { return end }
                let start = pieces.contains { $0.ends.lower == $0.ends.upper && $0.ends.upper == end } ? end : previous
                return start + (end - start) * max(0, rank - below) / (reached - below)
            }
            (below, previous) = (reached, end)
        }
        return ends.last
    }

    /// The mean of all values; nil without any.
    public var mean: Double? { count > 0 ? sum.map { $0 / Double(count) } : nil }

    private func finite(_ interval: Interval) -> Interval {
        let upper = interval.upper.isFinite ? interval.upper : max(interval.lower, greatest ?? interval.lower)
        let lower = interval.lower.isFinite ? interval.lower : min(upper, least ?? min(0, upper))
        return lower.isFinite && upper.isFinite ? Interval(lower, upper) : Interval(0, 0)
    }

    private static func share(_ interval: Interval, upTo end: Double) -> Double {
        if end >= interval.upper { return 1 }
        return end <= interval.lower ? 0 : (end - interval.lower) / (interval.upper - interval.lower)
    }
}
