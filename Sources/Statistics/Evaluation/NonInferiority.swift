import Glibc

/// Whether a new run is no worse than the old by more than a margin, from the interval of the mean difference (new less old, more is
/// better).
public enum NonInferiority: String, Hashable, Sendable, Codable, CaseIterable {
    /// The whole interval lies above −margin.
    case passed
    /// The whole interval lies below −margin.
    case failed
    /// The interval holds −margin: more items are needed.
    case inconclusive

    /// The verdict for `interval` and `margin`, which is positive.
    public init(_ interval: Interval, margin: Double) {
        self = interval.lower > -margin ? .passed : interval.upper < -margin ? .failed : .inconclusive
    }

    /// About how many items a verdict needs when the runs are equal, with 80 % power at 5 %: (1.645 + 0.84)²·σ²/δ², σ the standard
    /// `deviation` of the differences. Nil unless both are positive and the answer a number that exists.
    public static func itemsNeeded(deviation: Double, margin: Double) -> Int? {
        guard deviation > 0, margin > 0 else { return nil }
        let ratio = (1.645 + 0.84) * deviation / margin
        return Int(exactly: (ratio * ratio).rounded(.up))
    }
}
