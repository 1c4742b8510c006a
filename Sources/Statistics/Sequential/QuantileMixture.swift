import Glibc

/// Intervals of a quantile from nothing but ranks: that a share p lies at or below the p-quantile is a claim about a rate, and the
/// beta-binomial mixture around p says which counts contradict it, at any time.
///
/// Source: Howard and Ramdas, "Sequential estimation of quantiles with applications to A/B testing and best-arm identification",
/// Bernoulli 2022.
public struct QuantileMixture: Hashable, Sendable, Codable {
    /// p: which quantile; inside 0 … 1.
    public let p: Double
    private let prior: BetaPrior

    /// The interval is tightest after `tightestAt` numbers. Nil unless `p` is inside 0 … 1 and the number positive.
    public init?(p: Double, tightestAt numbers: Double = 250) {
        guard numbers > 0, let prior = BetaPrior(mean: p, strength: BetaPrior.strength(tightestAt: numbers)) else {
            return nil
        }
        (self.p, self.prior) = (p, prior)
    }

    /// ln of the evidence against "the quantile is x" when `count` of `total` numbers are at most x. Nil unless
    /// 0 ≤ `count` ≤ `total`.
    public func logEvidence(count: Int, of total: Int) -> Double? {
        RateCounts(events: count, trials: total)?.logEvidence(against: p, prior: prior)
    }

    /// The counts at or below the quantile that are not rejected at `alpha`. With order statistics x₍₁₎ … x₍ₙ₎ the quantile is
    /// in x₍low₎ … x₍high + 1₎, without bound below when low = 0 and above when high = `total`. Nil unless `total` ≥ 0 and `alpha` is
    /// between 0 and 1.
    public func counts(of total: Int, alpha: Double = 0.05) -> ClosedRange<Int>? {
        guard total >= 0, alpha > 0, alpha < 1 else { return nil }
        let limit = -log(alpha)
        func isKept(_ count: Int) -> Bool { (logEvidence(count: count, of: total) ?? .infinity) < limit }
        // The evidence is least at the mode of the counts and grows from there both ways.
        let mode = min(total, max(0, Int((p * Double(total)).rounded())))
        guard isKept(mode) else { return nil }
        func last(towards end: Int) -> Int {
            var (inside, outside) = (mode, end)
            if isKept(end) { return end }
            while abs(outside - inside) > 1 {
                let middle = (inside + outside) / 2
                if isKept(middle) { inside = middle } else { outside = middle }
            }
            return inside
        }
        return last(towards: 0)...last(towards: total)
    }

    /// The interval of the quantile of `sorted` (ascending) at `alpha`; infinite where the numbers do not bound it yet. Nil when there
    /// are no numbers, or `alpha` is not between 0 and 1.
    public func interval(ofSorted sorted: [Double], alpha: Double = 0.05) -> Interval? {
        guard !sorted.isEmpty, let counts = counts(of: sorted.count, alpha: alpha) else { return nil }
        return Interval(
            lower: counts.lowerBound > 0 ? sorted[counts.lowerBound - 1] : -.infinity,
            upper: counts.upperBound < sorted.count ? sorted[counts.upperBound] : .infinity)
    }

    /// ln of the evidence against "the canary's quantile is at most 1 + `relativeMargin` times the baseline's", from the ascending,
    /// non-negative numbers of both arms: inf over x of G(x) of the baseline + min over y ≤ (1 + m)·x of G(y) of the canary. With margin 0,
    /// min(1, e^−this) is the p-value of Howard and Ramdas' A/B test when the canary is the slower one. Nil unless the margin is greater
    /// than −1.
    public func logEvidenceThatCanaryIsAbove(
        baseline: [Double], canary: [Double], relativeMargin: Double = 0
    ) -> Double? {
        guard relativeMargin > -1, relativeMargin < .infinity else { return nil }
        var least = Double.infinity
        var (leastCanary, reached) = (logEvidence(count: 0, of: canary.count) ?? .infinity, 0)
        // Of all x with the same count of the baseline, the one just below its next number lets most of the canary be at or below.
        for count in 0...baseline.count {
            let end = count < baseline.count ? baseline[count] * (1 + relativeMargin) : .infinity
            while reached < canary.count, canary[reached] < end {
                reached += 1
                leastCanary = min(leastCanary, logEvidence(count: reached, of: canary.count) ?? .infinity)
            }
            least = min(least, (logEvidence(count: count, of: baseline.count) ?? .infinity) + leastCanary)
        }
        return least
    }
}
