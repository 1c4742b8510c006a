import Glibc

/// Whether units reach the arms in the shares that were meant, looked at as often as one likes. While a step's shares are constant
/// the counts are weighed against a Dirichlet prior around them; steps multiply.
///
/// Source: Lindon and Malek, "Anytime-valid inference for multinomial count data", NeurIPS 2022.
public struct SampleRatioTest: Hashable, Sendable, Codable {
    /// A: how tightly the prior sits around the shares.
    public let concentration: Double
    /// The shares of the arms in this step; they sum to 1.
    public private(set) var shares: [Double]
    /// Units seen in each arm in this step.
    public private(set) var counts: [Int]
    /// ln of the evidence of all steps before.
    public private(set) var logEarlierSteps = 0.0

    /// Nil unless there are at least two shares, all positive and finite, and `concentration` is positive. Shares are made to sum to 1.
    public init?(shares: [Double], concentration: Double = 1000) {
        guard let shares = Self.normalised(shares), concentration > 0, concentration < .infinity else { return nil }
        (self.concentration, self.shares) = (concentration, shares)
        counts = shares.map { _ in 0 }
    }

    /// A test in its first step that has counted so much. Nil when there are not as many counts as shares, or one is negative.
    public init?(shares: [Double], counts: [Int], concentration: Double = 1000) {
        self.init(shares: shares, concentration: concentration)
        guard counts.count == shares.count, counts.allSatisfy({ $0 >= 0 }) else { return nil }
        self.counts = counts
    }

    private static func normalised(_ shares: [Double]) -> [Double]? {
        let sum = shares.reduce(0, +)
        guard shares.count >= 2, shares.allSatisfy({ $0 > 0 }), sum < .infinity else { return nil }
        return shares.map { $0 / sum }
    }

    /// Counts one unit of the arm `index`; false, and nothing changes, when there is no such arm.
    @discardableResult
    public mutating func add(arm index: Int) -> Bool {
        guard counts.indices.contains(index) else { return false }
        counts[index] += 1
        return true
    }

    /// A new step with other shares: what was seen so far is kept as evidence. False, and nothing changes, unless there are as
    /// many shares as before, all positive.
    @discardableResult
    public mutating func beginStep(shares: [Double]) -> Bool {
        guard let shares = Self.normalised(shares), shares.count == counts.count else { return false }
        logEarlierSteps = logEvidence
        (self.shares, counts) = (shares, shares.map { _ in 0 })
        return true
    }

    /// ln of the evidence that the shares are not kept, over all steps. 0 at the start; ln 1000 is taken as proof.
    public var logEvidence: Double {
        let total = counts.reduce(0.0) { $0 + Double($1) }
        var sum = LogSpace.gamma(concentration) - LogSpace.gamma(concentration + total)
        for (share, count) in zip(shares, counts) where count > 0 {
            let (prior, count) = (concentration * share, Double(count))
            sum += LogSpace.gamma(prior + count) - LogSpace.gamma(prior) - count * log(share)
        }
        return logEarlierSteps + sum
    }

    /// Whether the split is broken at the level `alpha`.
    public func fires(alpha: Double = 0.001) -> Bool { logEvidence >= -log(alpha) }
}
