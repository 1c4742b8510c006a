import Glibc

/// How far a sum of centred numbers with variance `v` in all may be from 0 at any time, two-sided at α, after Robbins' normal mixture:
/// √((v + ρ)(ln(1 + v/ρ) + 2 ln(1/α))), ρ such that it is tightest at one variance.
///
/// Source: Howard, Ramdas, McAuliffe and Sekhon, "Time-uniform, nonparametric, nonasymptotic confidence sequences", 2021, section 3.2.
public struct NormalMixture: Hashable, Sendable, Codable {
    /// α: the probability of ever being outside.
    public let alpha: Double
    /// ρ.
    public let rho: Double

    /// Nil unless `variance` is positive and finite and `alpha` between 0 and 1.
    public init?(tightestAt variance: Double, alpha: Double = 0.05) {
        guard variance > 0, variance < .infinity, alpha > 0, alpha < 1 else { return nil }
        (self.alpha, rho) = (alpha, variance / BetaPrior.tuning(alpha))
    }

    /// The bound of the sum when the variances so far add to `variance`. Nil unless that is 0 or more and finite.
    public func bound(variance: Double) -> Double? {
        guard variance >= 0, variance < .infinity else { return nil }
        return sqrt((variance + rho) * (log1p(variance / rho) - 2 * log(alpha)))
    }

    /// Half the width of the interval of a mean of `count` numbers with the sample `deviation`: asymptotically valid at any time
    /// (Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, "Time-uniform central limit theory", 2024). For display, from about a hundred
    /// numbers on. Nil unless there are numbers and `deviation` is 0 or more and finite.
    public func halfWidth(count: Int, deviation: Double) -> Double? {
        guard count > 0, deviation >= 0, deviation < .infinity else { return nil }
        return bound(variance: Double(count)).map { deviation * $0 / Double(count) }
    }
}
