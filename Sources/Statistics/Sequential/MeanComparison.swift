import Glibc

/// Two means compared when it is not known how units came to their arms: for every pair of means that a claim allows, the evidence of
/// both arms is added; the least of these sums is evidence against the claim. Valid at any time for independent numbers.
/// Where the assignment is known, `LabelBetting` needs fewer units.
///
/// Both arms bet on the same hypotheses; a margin is a number of steps between them: equal distances on an even grid, equal ratios
/// on a logarithmic one.
public struct MeanComparison: Hashable, Sendable, Codable {
    /// The baseline's evidence.
    public private(set) var baseline: MeanBetting
    /// The canary's evidence, at the same hypotheses.
    public private(set) var canary: MeanBetting

    /// Both arms begin with the same hypotheses and prior.
    public init(_ start: MeanBetting) { (baseline, canary) = (start, start) }

    /// Bets on one number of an arm. False, and nothing changes, unless it is in 0 … 1.
    @discardableResult
    public mutating func add(_ value: Double, isCanary: Bool) -> Bool {
        isCanary ? canary.add(value) : baseline.add(value)
    }

    /// ln of the evidence against "the canary's mean is at most `steps` above the baseline's" (negative: that far below). Nil when
    /// the hypotheses hold no such pair.
    public func logEvidenceThatCanaryIsAbove(steps: Int) -> Double? {
        Self.least(baseline.logEvidence, canary.logEvidence, steps: steps)
    }

    /// ln of the evidence against "the canary's mean is at least `steps` above the baseline's" (negative: at most that far
    /// below). Nil when the hypotheses hold no such pair.
    public func logEvidenceThatCanaryIsBelow(steps: Int) -> Double? {
        Self.least(baseline.logEvidence.reversed(), canary.logEvidence.reversed(), steps: 0 &- steps)
    }

    /// By how many steps the canary's mean may lie above the baseline's (negative: below) without being rejected at `alpha`, at all times
    /// together: from the last step that is rejected below to the first above, each at `alpha`/2; as far as the hypotheses reach where
    /// none is. Nil unless `alpha` is between 0 and 1, or when every step is rejected, which has probability `alpha` at most.
    public func steps(alpha: Double = 0.05) -> ClosedRange<Int>? {
        guard alpha > 0, alpha < 1 else { return nil }
        let (limit, reach) = (-log(alpha / 2), baseline.means.count)
        // The evidence falls as more is allowed: halving finds where it no longer rejects.
        func rejected(_ evidence: (Int) -> Double?) -> Int {
            var (inside, outside) = (-reach, reach)
            while outside - inside > 1 {
                let middle = (inside + outside) / 2
                if (evidence(middle) ?? .infinity) >= limit { inside = middle } else { outside = middle }
            }
            return inside
        }
        let lower = rejected { logEvidenceThatCanaryIsAbove(steps: $0) }
        let upper = -rejected { logEvidenceThatCanaryIsBelow(steps: -$0) }
        return lower <= upper ? lower...upper : nil
    }

    /// minᵢ [aᵢ + min over j ≤ i + steps of bⱼ].
    private static func least(_ a: [Double], _ b: [Double], steps: Int) -> Double? {
        guard steps.magnitude <= UInt(a.count) else { return steps < 0 ? nil : least(a, b, steps: a.count) }
        var best: Double?
        var leastB = Double.infinity
        var next = 0
        for (index, value) in a.enumerated() {
            while next < b.count, next <= index + steps {
                leastB = min(leastB, b[next])
                next += 1
            }
            if next > 0 { best = min(best ?? .infinity, value + leastB) }
        }
        return best
    }
}
