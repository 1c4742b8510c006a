import Domain

extension RolloutEngine {
    /// Who decides.
    public struct Actor: Hashable, Sendable {
        /// The person; four eyes compares persons.
        public var principal: String
        public var roles: Set<AccessRole>

        /// A person with roles.
        public init(principal: String, roles: Set<AccessRole>) { (self.principal, self.roles) = (principal, roles) }
    }

    /// Does what a person wants.
    ///
    /// - Parameter known: what had this digest, so that it can be said what has changed since; nil when nobody knows.
    /// - Returns: what happened; nothing when it was so already.
    /// - Throws: why it cannot be done.
    public static func apply(
        _ command: RolloutCommand, by actor: Actor, to rollout: Rollout, _ evidence: RolloutEvidence,
        at time: Timestamp, known: (ContentDigest) -> DecisionBasis?
    ) throws(ControlRefusal) -> [RolloutEvent] {
        var turn = RolloutTurn(rollout, evidence, at: time)
        let desk = DecisionDesk(command: command, actor: actor)
        try desk.checkRole(rollout)
        if command.verb == .note {
            turn.add(.noted, .human, by: actor.principal, command.reason)
            return turn.events
        }
        guard !rollout.phase.isFinal else {
            throw ControlRefusal(.moved, "\(desk.attempt) rollout \(rollout.id): it is \(rollout.phase.name) already")
        }
        if command.verb.isBound { try desk.checkBasis(turn.standing, known: known) }
        switch command.verb {
        case .abort: turn.end(.aborted, .human, by: actor.principal, command.reason)
        case .rollback: turn.end(.rolledBack, .human, by: actor.principal, command.reason)
        case .hold:
            if case .held = rollout.phase {
                throw ControlRefusal(.moved, "holding rollout \(rollout.id): it is held already")
            }
            turn.add(.held(.human), .human, by: actor.principal, command.reason)
        case .resume: try desk.resume(&turn)
        case .approve: try desk.approve(&turn)
        case .promote, .promoteFully: try desk.promote(&turn)
        case .note: break
        }
        return turn.events
    }
}
