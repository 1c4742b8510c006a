import Glibc

/// The wealth of a gambler who splits one unit over nine fractions and stakes each on every round: W = ⅑ Σⱼ Πᵢ (1 + kⱼ·rᵢ).
/// As long as no round's expected return rᵢ is positive, W is a supermartingale that starts at 1, and by Ville's inequality the
/// probability that it *ever* reaches 1/α is at most α. Kept as logarithms, so nothing underflows however long it runs.
public struct MixedWealth: Hashable, Sendable, Codable {
    /// kⱼ: the shares of the capital that are staked.
    public static let fractions: [Double] = [0.01, 0.02, 0.04, 0.07, 0.12, 0.20, 0.32, 0.50, 0.75]

    /// ln of each capital, one a fraction.
    public private(set) var logCapitals = [Double](repeating: 0, count: MixedWealth.fractions.count)
    /// The largest `log` so far; at least 0, where it began.
    public private(set) var peak = 0.0

    /// Wealth 1.
    public init() {}

    /// The wealth that was kept before. Nil unless there is a number for each fraction, and none is NaN.
    public init?(logCapitals: [Double], peak: Double) {
        guard logCapitals.count == Self.fractions.count, !logCapitals.contains(where: \.isNaN), !peak.isNaN else {
            return nil
        }
        (self.logCapitals, self.peak) = (logCapitals, peak)
    }

    /// ln W: the evidence now.
    public var log: Double { LogSpace.sum(logCapitals) - Glibc.log(Double(logCapitals.count)) }

    /// One round with the return `stake` for each unit staked; at least −1.
    @inline(__always)
    mutating func bet(_ stake: Double) {
        for (index, fraction) in zip(logCapitals.indices, Self.fractions) {
            logCapitals[index] += log1p(fraction * stake)
        }
        peak = max(peak, log)
    }

    /// Whether ln W has ever reached ln(1/`alpha`).
    public func hasReached(alpha: Double) -> Bool { peak >= -Glibc.log(alpha) }
}
