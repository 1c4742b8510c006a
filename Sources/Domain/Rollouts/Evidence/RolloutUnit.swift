/// A unit of a rollout whose time is over: its arm, and what was measured within it. Kept with the rollout, so that the evidence can be
/// made again when the telemetry is gone.
public struct RolloutUnit: Hashable, Sendable {
    /// Its place among the units of the epoch, from 1: evidence is taken in this order.
    public var number: Int64
    /// From 0: the step in which it was counted.
    public var step: Int
    /// Whether it was sent to the canary.
    public var isCanary: Bool
    /// The probability of that, 0 … 1.
    public var probability: Double
    /// Whether its calls say that they were made with the canary; nil when none says anything.
    public var wasSeenWithCanary: Bool?
    /// For each gate of the plan what its calls measured, in the metric's own unit: at most `mostValues`, the first ones. Empty when the metric
    /// was not there.
    public var values: [[Double]]

    /// How many calls of a unit count.
    public static let mostValues = 32

    /// A unit of the given parts.
    public init(
        number: Int64, step: Int, isCanary: Bool, probability: Double, wasSeenWithCanary: Bool?, values: [[Double]]
    ) {
        (self.number, self.step, self.isCanary, self.probability) = (number, step, isCanary, probability)
        (self.wasSeenWithCanary, self.values) = (wasSeenWithCanary, values)
    }
}
