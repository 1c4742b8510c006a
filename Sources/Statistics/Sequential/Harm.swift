/// What each kind of metric becomes, so that one method serves all: a harm in 0 … 1, bigger is worse.
public enum Harm {
    /// Of something that happened or not: an error, a hallucination, a guardrail that struck, a thumb down.
    public static func event(_ happened: Bool) -> Double { happened ? 1 : 0 }

    /// Of a score between `lowest` and `highest` where more is better, or less when `lowerIsBetter`. Nil for a score that is
    /// outside or no number, and when the range is empty.
    public static func score(
        _ score: Double, lowest: Double = 0, highest: Double = 1, lowerIsBetter: Bool = false
    ) -> Double? {
        guard lowest < highest, score >= lowest, score <= highest, (highest - lowest).isFinite else { return nil }
        let share = (score - lowest) / (highest - lowest)
        return lowerIsBetter ? share : 1 - share
    }

    /// Of a positive amount with a heavy tail (cost, tokens), winsorised at `cap` (eight times the baseline's mean, frozen at
    /// the start): min(x, C)/C, for the canary with x/(1 + `relativeMargin`). Nil unless the amount is 0 or more and the cap
    /// positive and finite.
    public static func amount(_ amount: Double, cap: Double, isCanary: Bool, relativeMargin: Double = 0) -> Double? {
        guard amount >= 0, cap > 0, cap < .infinity, relativeMargin > -1 else { return nil }
        return min(isCanary ? amount / (1 + relativeMargin) : amount, cap) / cap
    }

    /// Of a latency, whether it is beyond the baseline's quantile `threshold` (frozen at the start); the canary's is first divided
    /// by 1 + `relativeMargin`. Nil unless the latency is 0 or more and the threshold a number.
    public static func exceedance(
        _ latency: Double, of threshold: Double, isCanary: Bool, relativeMargin: Double = 0
    ) -> Double? {
        guard latency >= 0, !threshold.isNaN, relativeMargin > -1 else { return nil }
        return event((isCanary ? latency / (1 + relativeMargin) : latency) > threshold)
    }
}
