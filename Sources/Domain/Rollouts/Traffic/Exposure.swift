/// That a unit was served one of the two releases of a rollout. Recorded where it is decided, before the answer counts.
public struct Exposure: Hashable, Sendable {
    public var rollout: RolloutID
    public var epoch: Int
    /// From 0.
    public var step: Int
    public var unit: UnitKey
    public var isCanary: Bool
    /// The canary's share of the units at that time, 0 … 1.
    public var weight: Double
    public var time: Timestamp

    /// The exposure of `targetingKey` at `time`, as `canary` decides it.
    public init(_ targetingKey: String, to canary: AppTraffic.Canary, at time: Timestamp) {
        (rollout, epoch, step, weight) = (canary.rollout, canary.epoch, canary.step, canary.weight)
        (unit, isCanary) = (UnitKey(targetingKey, salt: canary.salt), canary.serves(targetingKey))
        self.time = time
    }

    /// An exposure of the given parts.
    public init(
        rollout: RolloutID, epoch: Int, step: Int, unit: UnitKey, isCanary: Bool, weight: Double, time: Timestamp
    ) {
        (self.rollout, self.epoch, self.step, self.unit) = (rollout, epoch, step, unit)
        (self.isCanary, self.weight, self.time) = (isCanary, weight, time)
    }

    /// The probability with which a unit's arm was drawn when it is counted at `weight`: of one that is new the weight itself; of one that was
    /// counted with the baseline at `former` the share of those that are left, (w′ − w) / (1 − w). Nil when it is not counted (again): it had
    /// the canary, or the weight is not larger.
    public static func probability(weight: Double, former: (isCanary: Bool, weight: Double)?) -> Double? {
        guard let former else { return weight }
        guard !former.isCanary, weight > former.weight, former.weight < 1 else { return nil }
        return (weight - former.weight) / (1 - former.weight)
    }
}
