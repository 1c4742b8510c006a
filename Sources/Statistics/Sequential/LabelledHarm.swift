/// One unit of a rollout (a user, a session) with its arm, the probability with which it got this arm's label, and its harm.
public struct LabelledHarm: Hashable, Sendable {
    /// b: whether the unit was served the canary.
    public let isCanary: Bool
    /// w: the probability, logged at assignment, with which the unit was sent to the canary; 0 … 1.
    public let probability: Double
    /// h: how bad the outcome was, 0 … 1.
    public let harm: Double

    /// Nil unless `probability` and `harm` are numbers in 0 … 1.
    public init?(isCanary: Bool, probability: Double, harm: Double) {
        guard probability >= 0, probability <= 1, harm >= 0, harm <= 1 else { return nil }
        (self.isCanary, self.probability, self.harm) = (isCanary, probability, harm)
    }

    /// The probability that a unit *that was judged* is a canary's, when the arms are sampled for judging at different rates:
    /// w·rᴮ / (w·rᴮ + (1 − w)·rᴬ). Nil unless all three are in 0 … 1 and something is judged.
    public static func probability(_ probability: Double, canaryRate: Double, baselineRate: Double) -> Double? {
        for value in [probability, canaryRate, baselineRate] where !(value >= 0 && value <= 1) { return nil }
        let canary = probability * canaryRate
        let all = canary + (1 - probability) * baselineRate
        return all > 0 ? canary / all : nil
    }
}
