import Domain
import Statistics

/// A plan tried on recorded traffic: what would have happened. Units that were served the canary's release are drawn for the canary where
/// there are any; otherwise both arms are the same release, and the rehearsal says how long the plan takes and whether it errs.
public struct RolloutRehearsal: Sendable {
    /// What was recorded of a unit.
    public struct Recorded: Sendable {
        public var key: String
        /// When its first call began.
        public var time: Timestamp
        public var isCanary: Bool
        /// As in `RolloutUnit`.
        public var values: [[Double]]

        /// A unit of the given parts.
        public init(key: String, time: Timestamp, isCanary: Bool, values: [[Double]]) {
            (self.key, self.time, self.isCanary, self.values) = (key, time, isCanary, values)
        }
    }

    /// What would have happened, oldest first.
    public private(set) var events: [RolloutEvent]
    /// How it would have stood in the end.
    public private(set) var standing: RolloutStanding
    public private(set) var rollout: Rollout
    /// Units that were recorded with the canary's release.
    public let canaryUnits: Int

    /// Tries `plan` on what was recorded, in the order of time. People are taken to agree at once.
    ///
    /// - Throws: why the plan cannot be carried out.
    public init(
        _ plan: RolloutPlan, on recorded: [Recorded], baselines: [GateBaseline], seed: UInt64 = 1
    ) throws(ControlRefusal) {
        let arrivals = recorded.filter { !$0.isCanary }.sorted { ($0.time, $0.key) < ($1.time, $1.key) }
        let canary = recorded.filter(\.isCanary)
        canaryUnits = canary.count
        let start = arrivals.first?.time ?? Timestamp(nanoseconds: 0)
        let id = RolloutID(rawValue: 0)
        events = try RolloutEngine.start(
            plan, as: id, attempt: 1, salt: "rehearsal", baselines: baselines, by: "rehearsal", at: start)
        guard let begun = Rollout(id, events) else {
            throw ControlRefusal(.failed, "rehearsing a rollout: it has no beginning")
        }
        rollout = begun
        var evidence = RolloutEvidence(begun)
        standing = evidence.standing(begun, at: start)
        var generator = SplitMix64(seed: seed)
        var time = start
        for unit in arrivals {
            let (weight, step) = (rollout.weight, rollout.step)
            time = max(time, unit.time)
            if weight > 0 {
                let isCanary = generator.unit() < weight
                let other =
                    isCanary && !canary.isEmpty
                    ? canary[min(canary.count - 1, Int(generator.unit() * Double(canary.count)))] : unit
                evidence.add(
                    RolloutUnit(
                        number: evidence.lastUnit + 1, step: step, isCanary: isCanary, probability: weight,
                        wasSeenWithCanary: isCanary, values: other.values))
            }
            look(evidence, at: time)
            if rollout.phase.isFinal { break }
        }
        standing = evidence.standing(rollout, at: time)
    }

    private mutating func look(_ evidence: RolloutEvidence, at time: Timestamp) {
        add(RolloutEngine.look(at: rollout, evidence, RolloutAlarms(), at: time))
        guard rollout.phase == .waitingForApproval else { return }
        var turn = RolloutTurn(rollout, evidence, at: time)
        turn.goOn(.human, "gates passed; people are taken to agree")
        add(turn.events)
    }

    private mutating func add(_ new: [RolloutEvent]) {
        for event in new { rollout.add(event) }
        events += new
    }
}
