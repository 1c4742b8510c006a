import Domain
import Storage

extension ControlTransaction {
    /// Refuses a plan that begins elsewhere than the app stands, or leads to a release that nobody made. An app of which no release was made
    /// goes by the names that its plan says.
    func check(_ plan: RolloutPlan) throws {
        guard let active = try active(plan.app) else { return }
        guard active.name == plan.from else {
            throw ControlRefusal(
                .moved,
                "starting a rollout: \(plan.app) serves \(active.name), not \(plan.from); write from: \(active.name)")
        }
        guard let reference = ReleaseReference(plan.to) else {
            throw ControlRefusal(
                .invalid, "starting a rollout: '\(plan.to)' is no release; write one such as \(plan.app)@r2")
        }
        let release = try release(reference, of: plan.app)
        guard release.name == plan.to else {
            throw ControlRefusal(.invalid, "starting a rollout: write to: \(release.name)")
        }
    }

    /// Has the registry say what the app of a rollout serves since `event`.
    func follow(_ event: RolloutEvent, of rollout: Rollout) throws {
        let (name, cause): (String, ActiveRelease.Cause)
        switch event.change {
        case .completed: (name, cause) = (rollout.plan.to, .rollout)
        case .rolledBack: (name, cause) = (rollout.plan.from, .rollback)
        default: return
        }
        guard let active = try active(rollout.plan.app), active.name != name,
            let reference = ReleaseReference(name)
        else { return }
        _ = try activate(
            try release(reference, of: rollout.plan.app), cause: cause, reason: "rollout \(rollout.id): \(event.reason)"
        )
    }
}
