import Glibc

/// The same quantile of two arms, compared by nothing but ranks: for every pair of places that a claim about the quantiles allows, the
/// evidence of both arms against being there is added; the least of these sums is evidence against the claim. Valid at any time for
/// independent numbers, such as latencies and costs. Where the assignment is known, `LabelBetting` needs fewer units.
///
/// Source: Howard and Ramdas, "Sequential estimation of quantiles with applications to A/B testing and best-arm identification",
/// Bernoulli 2022, section 6.
public struct QuantileComparison: Sendable {
    private let baseline: Arm
    private let canary: Arm

    /// An arm: its distinct values, and the evidence against its quantile being at each place.
    private struct Arm {
        let values: [Double]
        /// At each value.
        let at: [Double]
        /// Between the values: below the first, and behind each.
        let between: [Double]
    }

    /// Compares the quantile of `mixture` of two arms. Nil when either has a negative number.
    public init?(baseline: EmpiricalDistribution, canary: EmpiricalDistribution, _ mixture: QuantileMixture) {
        func arm(_ numbers: EmpiricalDistribution) -> Arm? {
            guard let total = Int(exactly: numbers.count), numbers.values.first.map({ $0 >= 0 }) ?? false else {
                return nil
            }
            let counts = [0] + numbers.cumulative.map(Int.init)
            return Arm(
                values: numbers.values,
                at: zip(counts, counts.dropFirst()).compactMap { mixture.leastEvidence(counts: $0...$1, of: total) },
                between: counts.compactMap { mixture.logEvidence(count: $0, of: total) })
        }
        guard let baseline = arm(baseline), let canary = arm(canary) else { return nil }
        (self.baseline, self.canary) = (baseline, canary)
    }

    /// ln of the evidence against "the canary's quantile is at most 1 + `relativeMargin` times the baseline's": inf over x of G(x) of the baseline
    /// + min over y ≤ (1 + m)·x of G(y) of the canary. With margin 0, min(1, e^−this) is the p-value of Howard and Ramdas' A/B test
    /// when the canary is the slower one. Nil unless the margin is greater than −1 and finite.
    public func logEvidenceThatCanaryIsAbove(relativeMargin: Double = 0) -> Double? {
        guard relativeMargin > -1, relativeMargin < .infinity else { return nil }
        return Self.logEvidence(of: canary, above: 1 + relativeMargin, times: baseline)
    }

    /// The ratios of the quantiles, canary over baseline, that are not rejected at `alpha`, at all times together; 0 or infinite where the
    /// numbers do not bound them yet. Each end at `alpha`/2. Nil unless `alpha` is between 0 and 1.
    public func ratio(alpha: Double = 0.05) -> Interval? {
        guard alpha > 0, alpha < 1 else { return nil }
        let limit = -log(alpha / 2)
        return Interval(
            lower: Self.largestRejected(of: canary, to: baseline, limit),
            upper: 1 / Self.largestRejected(of: baseline, to: canary, limit))
    }

    /// The largest ratio r such that "the quantile of `a` is at most r times that of `b`" is rejected; 0 when none is.
    private static func largestRejected(of a: Arm, to b: Arm, _ limit: Double) -> Double {
        let isRejected = { (ratio: Double) in logEvidence(of: a, above: ratio, times: b) >= limit }
        let (smallest, largest) = (1e-9, 1e9)
        guard isRejected(smallest) else { return 0 }
        guard !isRejected(largest) else { return largest }
        // On the logarithm, to seven digits; the end that is still rejected.
        var (inside, outside) = (log(smallest), log(largest))
        while outside - inside > 1e-7 {
            let middle = (inside + outside) / 2
            if isRejected(exp(middle)) { inside = middle } else { outside = middle }
        }
        return exp(inside)
    }

    /// ln of the evidence against "the quantile of `a` is at most `ratio` times that of `b`".
    private static func logEvidence(of a: Arm, above ratio: Double, times b: Arm) -> Double {
        var least = Double.infinity
        var (leastOfA, reached) = (a.between.first ?? .infinity, 0)
        func reach(while holds: (Double) -> Bool) {
            while reached < a.values.count, holds(a.values[reached]) {
                leastOfA = min(leastOfA, a.at[reached], a.between[reached + 1])
                reached += 1
            }
        }
        for (place, value) in b.values.enumerated() {
            // Of all places before a value the last allows most of a; then the value itself.
            let end = value * ratio
            reach { $0 < end }
            least = min(least, b.between[place] + leastOfA)
            reach { $0 <= end }
            least = min(least, b.at[place] + leastOfA)
        }
        reach { _ in true }
        return min(least, (b.between.last ?? .infinity) + leastOfA)
    }
}
