import Glibc

/// Several gates as one piece of evidence: the weighted mean of e-values is an e-value whatever their dependence (Vovk and Wang,
/// "E-values: calibration, combination and applications", Annals of Statistics 2021). It fires whenever weighted Bonferroni would.
public struct GateCombination: Hashable, Sendable {
    /// ln Σ vᵍ·Wᵍ.
    public let logCombined: Double
    /// The gate with the largest vᵍ·Wᵍ, the first of equals: its place in what was given.
    public let culprit: Int
    /// The largest ln(vᵍ·Wᵍ).
    private let largestTerm: Double

    /// Combines ln Wᵍ of each gate with its weight. Weights are made to sum to 1. Nil when there are no gates, the numbers of
    /// weights and gates differ, a weight is negative or not finite, all weights are 0, or an evidence is NaN.
    public init?(logEvidence: [Double], weights: [Double]) {
        let sum = weights.reduce(0, +)
        guard logEvidence.count == weights.count, sum > 0, sum < .infinity, weights.allSatisfy({ $0 >= 0 }),
            !logEvidence.contains(where: \.isNaN)
        else { return nil }
        let terms = zip(logEvidence, weights).map { evidence, weight in
            weight > 0 ? evidence + log(weight / sum) : -.infinity
        }
        var culprit = 0
        for (index, term) in terms.enumerated() where term > terms[culprit] { culprit = index }
        (logCombined, self.culprit, largestTerm) = (LogSpace.sum(terms), culprit, terms[culprit])
    }

    /// Whether the gates together reach 1/`alpha`: roll back.
    public func fires(alpha: Double = 0.05) -> Bool { logCombined >= -log(alpha) }

    /// Whether one gate alone, by its weight, reaches 1/`alpha` (weighted Bonferroni).
    public func firesByOneGate(alpha: Double = 0.05) -> Bool { largestTerm >= -log(alpha) }
}
