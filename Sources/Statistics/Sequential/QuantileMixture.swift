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

    /// ln of the evidence against "the quantile is x" when `counts.lowerBound` of `total` numbers are less than x and `counts.upperBound` at most x:
    /// of several equal numbers any part may count as below. Nil unless the counts are in 0 … `total`.
    func leastEvidence(counts: ClosedRange<Int>, of total: Int) -> Double? {
        // The evidence is least at the mean of the counts and grows from there both ways.
        let mean = p * Double(total)
        let candidates = [mean.rounded(.down), mean.rounded(.up)].map { candidate in
            min(counts.upperBound, max(counts.lowerBound, Int(candidate)))
        }
        return candidates.compactMap { logEvidence(count: $0, of: total) }.min()
    }

    /// The counts at or below the quantile that are not rejected at `alpha`. With order statistics x₍₁₎ … x₍ₙ₎ the quantile is
    /// in x₍low₎ … x₍high + 1₎, without bound below when low = 0 and above when high = `total`. Nil unless `total` ≥ 0 and `alpha` is
    /// between 0 and 1.
    public func counts(of total: Int, alpha: Double = 0.05) -> ClosedRange<Int>? {
        guard total >= 0, alpha > 0, alpha < 1 else { return nil }
        let limit = -log(alpha)
        func isKept(_ count: Int) -> Bool { (logEvidence(count: count, of: total) ?? .infinity) < limit }
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

    /// The interval of the quantile of `numbers` at `alpha`; infinite where the numbers do not bound it yet. Nil unless `alpha` is between 0
    /// and 1.
    public func interval(of numbers: EmpiricalDistribution, alpha: Double = 0.05) -> Interval? {
        guard let total = Int(exactly: numbers.count), let counts = counts(of: total, alpha: alpha) else { return nil }
        return Interval(
            lower: counts.lowerBound > 0 ? numbers.value(atRank: Int64(counts.lowerBound - 1)) : -.infinity,
            upper: counts.upperBound < total ? numbers.value(atRank: Int64(counts.upperBound)) : .infinity)
    }
}
