import Glibc

/// A beta distribution over a rate, as the mixture of an e-process.
public struct BetaPrior: Hashable, Sendable, Codable {
    /// Pseudo-successes; positive.
    public let a: Double
    /// Pseudo-failures; positive.
    public let b: Double

    /// Jeffreys' prior, a = b = ½.
    public static let jeffreys = BetaPrior(unchecked: 0.5, 0.5)

    /// Nil unless both are positive and finite.
    public init?(a: Double, b: Double) {
        guard a > 0, b > 0, a < .infinity, b < .infinity else { return nil }
        self.init(unchecked: a, b)
    }

    private init(unchecked a: Double, _ b: Double) { (self.a, self.b) = (a, b) }

    /// The prior with mean `rate` that counts as `strength` observations. Nil unless the rate lies inside 0 … 1.
    public init?(mean rate: Double, strength: Double) { self.init(a: strength * rate, b: strength * (1 - rate)) }

    /// The strength with which the two-sided interval is tightest after `trials` observations: t/L − 1, at least 0.001, with
    /// L = 2 ln(1/α) + ln(1 + 2 ln(1/α)). Source: Howard, Ramdas, McAuliffe and Sekhon, "Time-uniform, nonparametric, nonasymptotic
    /// confidence sequences", Annals of Statistics 2021, section 3.5.
    public static func strength(tightestAt trials: Double, alpha: Double = 0.05) -> Double {
        max(trials / tuning(alpha) - 1, 1e-3)
    }

    /// L of `strength`.
    static func tuning(_ alpha: Double) -> Double {
        let twice = -2 * log(alpha)
        return twice + log1p(twice)
    }

    /// ln of the probability of one order of `counts` under the mixture: ln B(a + S, b + n − S) − ln B(a, b).
    func logMarginal(_ counts: RateCounts) -> Double {
        LogSpace.beta(a + Double(counts.events), b + Double(counts.others)) - LogSpace.beta(a, b)
    }
}
