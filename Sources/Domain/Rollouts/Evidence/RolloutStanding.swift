/// What a rollout rests on at a moment: shown to whoever decides, and kept with the decision.
public struct RolloutStanding: Hashable, Sendable {
    public var time: Timestamp
    public var rollout: RolloutID
    public var epoch: Int
    /// From 0.
    public var step: Int
    public var from: String
    public var to: String
    /// In the order of the plan.
    public var gates: [GateStanding]
    /// Units whose time is over.
    public var stableUnits: Int
    public var canaryUnits: Int
    /// Units of this step of the canary.
    public var stepUnits: Int
    /// The share of the canary that was meant for the units seen so far, and the one seen on their spans; nil without units.
    public var plannedShare: Double?
    public var seenShare: Double?
    /// ln of the evidence that the shares are not kept; ln 1000 holds the rollout.
    public var sampleRatio: Double
    /// Units seen with the release that they were not sent to.
    public var mismatches: Int
    /// ln of the evidence of all required gates together that the canary harms: the largest so far.
    public var harmPeak: Double
    /// What `harmPeak` has to reach.
    public var harmLimit: Double
    /// Calls that came after the time of their unit was over: counted, not used.
    public var lateCalls: Int

    /// A rollout of which nothing was seen yet.
    public init(_ rollout: Rollout, at time: Timestamp, gates: [GateStanding], harmLimit: Double) {
        (self.time, self.rollout, epoch, step) = (time, rollout.id, rollout.epoch, rollout.step)
        (from, to, self.gates, self.harmLimit) = (rollout.plan.from, rollout.plan.to, gates, harmLimit)
        (stableUnits, canaryUnits, stepUnits, mismatches, lateCalls) = (0, 0, 0, 0, 0)
        (sampleRatio, harmPeak) = (0, 0)
    }

    /// What a decision is bound to: rollout, epoch, step, both releases and the verdict of each gate; not the running counts.
    public var basis: DecisionBasis {
        DecisionBasis(
            rollout: rollout, epoch: epoch, step: step, from: from, to: to,
            verdicts: gates.map { .init(gate: $0.gate, verdict: $0.verdict) })
    }
}
