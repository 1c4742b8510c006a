extension Rollout {
    /// As lists and reports print it.
    public var json: JSON {
        var held: String?
        if case .held(let reason) = phase { held = reason.rawValue }
        return [
            "id": .integer(id.rawValue), "app": .string(plan.app), "environment": JSON(plan.environment),
            "from": .string(plan.from), "to": .string(plan.to), "phase": .string(phase.name), "held": JSON(held),
            "step": JSON(step), "steps": JSON(plan.steps.count), "weight": .number(weight), "epoch": JSON(epoch),
            "attempt": JSON(attempt), "author": .string(author), "started": JSON(started),
            "step_began": JSON(stepBegan), "ended": JSON(ended), "reason": .string(reason),
            "approvals": .array(
                approvals.map {
                    ["by": .string($0.principal), "time": JSON($0.time), "reason": .string($0.reason)]
                }),
        ]
    }
}

extension RolloutDetail {
    /// The rollout with its plan, how it stands and what happened. `RolloutDetail.init(_:)` reads it.
    public var json: JSON {
        [
            "rollout": rollout.json, "standing": standing?.json ?? .null, "events": .array(events.map(\.json)),
            "course": .array(course.map(\.json)),
        ]
    }

    /// The detail that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        let events = (json["events"]?.array ?? []).compactMap(RolloutEvent.init)
        guard let id = json["rollout"]?["id"]?.integer, let rollout = Rollout(RolloutID(rawValue: id), events) else {
            return nil
        }
        self.init(
            rollout: rollout, standing: json["standing"].flatMap(RolloutStanding.init), events: events,
            course: (json["course"]?.array ?? []).compactMap(CoursePoint.init))
    }
}

extension RolloutDetail.CoursePoint {
    /// As stores keep it.
    public var json: JSON {
        [
            "time": JSON(time), "gate": .string(gate), "stable": JSON(stable), "canary": JSON(canary),
            "lower": JSON(lower), "upper": JSON(upper),
        ]
    }

    /// The point that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let time = json.moment("time"), let gate = json["gate"]?.string else { return nil }
        (self.time, self.gate, stable, canary) = (time, gate, json["stable"]?.double, json["canary"]?.double)
        (lower, upper) = (json["lower"]?.double, json["upper"]?.double)
    }
}
