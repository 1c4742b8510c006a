import Domain

/// What happens to a rollout at one moment, event by event: each one stands on what those before it made.
struct RolloutTurn {
    private(set) var rollout: Rollout
    private(set) var events: [RolloutEvent] = []
    let time: Timestamp
    /// What was seen; kept with everything that is decided.
    let standing: RolloutStanding

    init(_ rollout: Rollout, _ evidence: RolloutEvidence, at time: Timestamp) {
        (self.rollout, self.time) = (rollout, time)
        standing = evidence.standing(rollout, at: time)
    }

    mutating func add(
        _ change: RolloutEvent.Change, _ cause: RolloutEvent.Cause, by principal: String? = nil, _ reason: String,
        weight: Double? = nil
    ) {
        let event = RolloutEvent(
            number: rollout.lastEvent + 1, time: time, change, cause: cause, by: principal, reason: reason,
            basis: standing.basis.digest, weight: weight ?? rollout.weight,
            seen: change == .noted ? nil : standing.json)
        events.append(event)
        rollout.add(event)
    }

    /// Goes to the step after the present one, or to the end.
    mutating func goOn(_ cause: RolloutEvent.Cause, by principal: String? = nil, _ reason: String) {
        let next = rollout.step + 1
        guard rollout.plan.steps.indices.contains(next) else {
            return add(.completed, cause, by: principal, reason, weight: 1)
        }
        add(.step(next), cause, by: principal, reason, weight: rollout.plan.steps[next].weight ?? 0)
    }

    /// Takes all traffic from the canary.
    mutating func end(
        _ change: RolloutEvent.Change, _ cause: RolloutEvent.Cause, by principal: String? = nil, _ reason: String
    ) {
        add(change, cause, by: principal, reason, weight: 0)
    }
}
