/// Betting on pairs: the same request answered by both releases, so that what the requests differ in cancels out. D = (harm of the canary −
/// harm of the baseline + 1)/2 lies in 0 … 1 and has the mean ½ + d/2 when the canary is worse by d.
///
/// Source: one-sided betting on bounded means (Waudby-Smith and Ramdas, JRSS B 2024), with the mixture of `MixedWealth`.
public struct PairedBetting: Hashable, Sendable, Codable {
    /// By how much the canary may be worse.
    public let margin: Double
    /// Against "the canary is not worse by more than the margin".
    public private(set) var harm: MixedWealth
    /// Against "the canary is worse by at least the margin".
    public private(set) var safe: MixedWealth

    /// Nothing seen yet, or what was kept before. Nil unless `margin` is at least 0 and below 1.
    public init?(margin: Double, harm: MixedWealth = MixedWealth(), safe: MixedWealth = MixedWealth()) {
        guard margin >= 0, margin < 1 else { return nil }
        (self.margin, self.harm, self.safe) = (margin, harm, safe)
    }

    /// Bets on one pair of harms, each in 0 … 1. False, and nothing changes, when one is not.
    @discardableResult
    public mutating func add(baseline: Double, canary: Double) -> Bool {
        guard baseline >= 0, baseline <= 1, canary >= 0, canary <= 1 else { return false }
        let (difference, mean) = ((canary - baseline + 1) / 2, (1 + margin) / 2)
        harm.bet(max(-1, (difference - mean) / mean))
        safe.bet(max(-1, (mean - difference) / (1 - mean)))
        return true
    }
}
