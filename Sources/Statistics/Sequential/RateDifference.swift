import Glibc

/// Two rates compared when it is not known how units came to their arms: evidence against a difference, valid at any time for
/// independent trials with constant rates. Where the assignment is known, `LabelBetting` needs fewer units and assumes less.
///
/// The profile likelihood of all pairs of rates with the difference stands against a mixture over each arm.
public struct RateDifference: Hashable, Sendable, Codable {
    /// Counts of the baseline.
    public var baseline: RateCounts
    /// Counts of the canary.
    public var canary: RateCounts
    /// The mixture over the baseline's rate.
    public let baselinePrior: BetaPrior
    /// The mixture over the canary's rate.
    public let canaryPrior: BetaPrior

    /// Compares two counts.
    public init(
        baseline: RateCounts = RateCounts(), canary: RateCounts = RateCounts(), baselinePrior: BetaPrior = .jeffreys,
        canaryPrior: BetaPrior = .jeffreys
    ) {
        (self.baseline, self.canary) = (baseline, canary)
        (self.baselinePrior, self.canaryPrior) = (baselinePrior, canaryPrior)
    }

    /// ln of the evidence against "canary − baseline = `difference`": both arms' mixtures less the largest likelihood
    /// maxₚ [l(p; baseline) + l(p + d; canary)]. Nil unless the difference is in −1 … 1.
    public func logEvidence(against difference: Double) -> Double? {
        guard difference >= -1, difference <= 1 else { return nil }
        return logMixtures - largestLogLikelihood(difference)
    }

    /// The differences, canary less baseline, that are not rejected at `alpha`, at all times together. −1 … 1 when nothing was
    /// seen. Nil unless `alpha` is between 0 and 1.
    public func interval(alpha: Double = 0.05) -> Interval? {
        guard alpha > 0, alpha < 1 else { return nil }
        let (mixtures, limit) = (logMixtures, -log(alpha))
        let isKept = { mixtures - largestLogLikelihood($0) < limit }
        // Any difference explains an arm without trials.
        let middle = baseline.rate.flatMap { rate in canary.rate.map { $0 - rate } } ?? 0
        return Interval(
            lower: isKept(-1) ? -1 : Bisection.border(inside: middle, outside: -1, holds: isKept),
            upper: isKept(1) ? 1 : Bisection.border(inside: middle, outside: 1, holds: isKept))
    }

    private var logMixtures: Double { baselinePrior.logMarginal(baseline) + canaryPrior.logMarginal(canary) }

    /// The log-likelihood is concave in p: its slope is followed to 0 by bisection.
    private func largestLogLikelihood(_ difference: Double) -> Double {
        let (lowest, highest) = (max(0, -difference), min(1, 1 - difference))
        let best = Bisection.border(inside: lowest, outside: highest) { slope(at: $0, difference) > 0 }
        return [lowest, best, highest].map { logLikelihood($0, difference) }.max() ?? -.infinity
    }

    private func logLikelihood(_ rate: Double, _ difference: Double) -> Double {
        baseline.logLikelihood(rate) + canary.logLikelihood(min(1, max(0, rate + difference)))
    }

    private func slope(at rate: Double, _ difference: Double) -> Double {
        func slope(_ counts: RateCounts, _ rate: Double) -> Double {
            (counts.events > 0 ? Double(counts.events) / rate : 0)
                - (counts.others > 0 ? Double(counts.others) / (1 - rate) : 0)
        }
        return slope(baseline, rate) + slope(canary, rate + difference)
    }
}
