import Control
import Domain
import NIOHTTP1
import Storage

extension ControlEndpoint {
    /// Moving an app from one release to another.
    static let rollouts: [ControlEndpoint] =
        [
            ControlEndpoint(
                method: .POST, path: "/api/v1/rollouts", action: .startRollout,
                summary: "Begin to move an app from one release to another.", body: ControlSchemas.rolloutPlan,
                answer: ControlSchemas.rollout
            ) { request, service in
                guard let plan = RolloutPlan(try request.json()) else {
                    throw ControlFailure.invalid(
                        "the body is no plan of a rollout; headframe rollout start reads files")
                }
                return try service.rollouts.start(plan, request, service)
            },
            ControlEndpoint(
                method: .GET, path: "/api/v1/rollouts", action: .readRollouts, summary: "Rollouts, newest first.",
                answer: ControlSchemas.list("rollouts", ControlSchemas.rollout)
            ) { _, service in ["rollouts": .array(try service.store.rollouts().map(\.json))] },
            ControlEndpoint(
                method: .GET, path: "/api/v1/rollouts/{id}", action: .readRollouts,
                summary: "A rollout, how its gates stand, and what happened.", answer: ControlSchemas.rolloutDetail
            ) { request, service in
                let id = try request.rollout
                guard let detail = try service.store.rolloutDetail(id) else {
                    throw ControlRefusal(.notFound, "there is no rollout \(id)")
                }
                return detail.json
            },
        ] + RolloutCommand.Verb.allCases.map(decision)

    private static func decision(_ verb: RolloutCommand.Verb) -> ControlEndpoint {
        ControlEndpoint(
            method: .POST, path: PathTemplate(stringLiteral: "/api/v1/rollouts/{id}/\(verb.rawValue)"),
            action: verb.action, summary: verb.summary, body: ControlSchemas.rolloutDecision,
            answer: ControlSchemas.rollout
        ) { request, service in
            let id = try request.rollout
            return try service.rollouts.apply(
                try RolloutCommand(verb, try request.json()), to: id, request, service)
        }
    }
}

extension RolloutCommand.Verb {
    fileprivate var action: ControlAction {
        switch self {
        case .approve: .approveRollout
        case .promote, .promoteFully, .resume, .abort, .rollback: .decideRollout
        case .hold, .note: .holdRollout
        }
    }

    fileprivate var summary: String {
        switch self {
        case .approve: "Agree that a rollout goes on to its next step."
        case .promote: "Go on to the next step now."
        case .promoteFully: "Have everybody served the canary now."
        case .hold: "Have nothing go on until it is resumed."
        case .resume: "Have a rollout that is held go on."
        case .abort: "End a rollout: nobody is served the canary any more."
        case .rollback: "End a rollout because its canary harms: nobody is served it any more."
        case .note: "Write something beside a rollout."
        }
    }
}

extension ControlRequest {
    /// The rollout that the path names.
    fileprivate var rollout: RolloutID {
        get throws {
            guard let id = parameters["id"].flatMap({ RolloutID($0) }) else {
                throw ControlRefusal(.notFound, "there is no such rollout: its id is a whole number")
            }
            return id
        }
    }
}
