/// Something that happened to a rollout. The events of a rollout are the truth about it: what it is follows from them.
public struct RolloutEvent: Hashable, Sendable {
    /// Its place among those of its rollout, from 1.
    public var number: Int
    public var time: Timestamp
    public var change: Change
    public var cause: Cause
    /// Who did it; nil when the engine did.
    public var principal: String?
    /// In words: what a person wrote, or what the engine found, with numbers.
    public var reason: String
    /// What was decided on; nil when there was nothing to look at.
    public var basis: ContentDigest?
    /// The canary's share of the units afterwards, 0 … 1.
    public var weight: Double
    /// All numbers that were seen (`RolloutStanding.json`); nil when nothing was decided.
    public var seen: JSON?

    /// What became different.
    public enum Change: Hashable, Sendable {
        /// It began. `salt` draws the arms, `attempt` counts rollouts of the same release to the same app, from 1.
        case started(RolloutPlan, attempt: Int, salt: String)
        /// Evidence begins anew: what the baseline was before, gate by gate.
        case epoch(Int, baselines: [GateBaseline])
        /// A step began: its place in the plan, from 0.
        case step(Int)
        /// The step's gates have passed, people are asked.
        case waiting
        /// Its gates do not stand any more as people were asked about them.
        case reopened
        case approved
        case held(RolloutPhase.HoldReason)
        case resumed
        case noted
        case completed
        case rolledBack
        case aborted
        case superseded
    }

    /// Why it happened.
    public enum Cause: String, Hashable, Sendable, CaseIterable {
        /// The plan says so.
        case plan
        /// What gates showed.
        case gate
        case human
        /// A person, against what the gates showed.
        case override
        case timeout
        case breaker
        case sampleRatio = "sample_ratio"
    }

    /// An event of the given parts.
    public init(
        number: Int, time: Timestamp, _ change: Change, cause: Cause, by principal: String? = nil, reason: String,
        basis: ContentDigest? = nil, weight: Double, seen: JSON? = nil
    ) {
        (self.number, self.time, self.change, self.cause, self.principal) = (number, time, change, cause, principal)
        (self.reason, self.basis, self.weight, self.seen) = (reason, basis, weight, seen)
    }
}
