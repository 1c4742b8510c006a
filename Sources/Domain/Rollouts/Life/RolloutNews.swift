/// What receivers are told of a rollout.
public struct RolloutNews: Hashable, Sendable {
    public var rollout: RolloutID
    public var app: String
    public var from: String
    public var to: String
    /// What it is afterwards (`RolloutPhase.name`).
    public var phase: String
    public var event: RolloutEvent

    /// News of a rollout as `event` has left it.
    public init(_ rollout: Rollout, _ event: RolloutEvent) {
        (self.rollout, app, from, to) = (rollout.id, rollout.plan.app, rollout.plan.from, rollout.plan.to)
        (phase, self.event) = (rollout.phase.name, event)
        self.event.seen = nil
    }

    /// One line: `rollout 7 of support-answer, r41 → r42: rolled_back, canary 0 %: …`.
    public var line: String {
        let share = (event.weight * 1000).rounded() / 10
        let by = event.principal.map { " by \($0)" } ?? ""
        return
            "rollout \(rollout) of \(app), \(from) → \(to): \(event.change.name)\(by), canary \(share) %: \(event.reason)"
    }

    /// As queues keep it and webhooks get it.
    public var json: JSON {
        [
            "id": .integer(rollout.rawValue), "app": .string(app), "from": .string(from), "to": .string(to),
            "phase": .string(phase), "event": event.json,
        ]
    }

    /// The news that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let id = json["id"]?.integer, let app = json["app"]?.string, let from = json["from"]?.string,
            let to = json["to"]?.string, let phase = json["phase"]?.string,
            let event = json["event"].flatMap(RolloutEvent.init)
        else { return nil }
        (rollout, self.app, self.from, self.to) = (RolloutID(rawValue: id), app, from, to)
        (self.phase, self.event) = (phase, event)
    }
}
