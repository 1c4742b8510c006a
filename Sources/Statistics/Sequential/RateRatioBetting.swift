import Glibc

/// Evidence about the ratio of two rates of rare events from nothing but the arms in which they happen: when the canary's rate is r
/// times the baseline's, the next event is the canary's with probability w·r/(w·r + 1 − w). Needs no count of what did not happen.
///
/// Source: the conditional label test of Lindon and Malek, "Anytime-valid inference for multinomial count data", NeurIPS 2022, with a
/// mixture over ln r: 49 points from −ln 8 to ln 8, weighted as a normal distribution with standard deviation 0.7.
public struct RateRatioBetting: Hashable, Sendable, Codable {
    /// r₀: the ratio, canary over baseline, that is tested.
    public let ratio: Double
    /// ln of each alternative's share of the wealth.
    private var logWealth = Mixture.logWeights

    /// Nil unless `ratio` is positive and finite.
    public init?(against ratio: Double = 1) {
        guard ratio > 0, ratio < .infinity else { return nil }
        self.ratio = ratio
    }

    /// One event, in the canary or not, at a time when units went to the canary with `probability`. False, and nothing changes, unless
    /// the probability lies inside 0 … 1.
    @discardableResult
    public mutating func add(isCanary: Bool, probability: Double) -> Bool {
        guard probability > 0, probability < 1 else { return false }
        let null = Self.logProbability(isCanary, probability, ratio)
        for (index, alternative) in zip(logWealth.indices, Mixture.ratios) {
            logWealth[index] += Self.logProbability(isCanary, probability, alternative) - null
        }
        return true
    }

    /// ln of the evidence that the ratio is not r₀; 0 at the start.
    public var logEvidence: Double { LogSpace.sum(logWealth) }

    /// ln of the probability that an event is in the canary, or not, at the ratio `r`.
    private static func logProbability(_ isCanary: Bool, _ w: Double, _ r: Double) -> Double {
        log((isCanary ? w * r : 1 - w) / (w * r + 1 - w))
    }

    private enum Mixture {
        private static let logRatios = (0..<49).map { log(8) * (Double($0) / 24 - 1) }
        static let ratios = logRatios.map { exp($0) }
        static let logWeights: [Double] = {
            let logs = logRatios.map { -0.5 * ($0 / 0.7) * ($0 / 0.7) }
            let sum = LogSpace.sum(logs)
            return logs.map { $0 - sum }
        }()
    }
}
