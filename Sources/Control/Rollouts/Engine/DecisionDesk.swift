import Domain

/// A person's command, and what it takes for it to be done.
struct DecisionDesk {
    let command: RolloutCommand
    let actor: RolloutEngine.Actor

    /// What is being tried, for messages.
    var attempt: String {
        switch command.verb {
        case .approve: "approving"
        case .promote, .promoteFully: "promoting"
        case .hold: "holding"
        case .resume: "resuming"
        case .abort: "aborting"
        case .rollback: "rolling back"
        case .note: "noting something of"
        }
    }

    func checkRole(_ rollout: Rollout) throws(ControlRefusal) {
        let needed: Set<AccessRole> =
            switch command.verb {
            case .approve: rollout.currentStep?.approval?.roles ?? [.approver]
            case .promote, .promoteFully, .resume, .abort, .rollback: [.approver]
            case .hold, .note: [.editor, .approver]
            }
        guard needed.isDisjoint(with: actor.roles) else { return }
        let names = AccessRole.allCases.filter(needed.contains).map(\.rawValue).joined(separator: " or ")
        throw ControlRefusal(.notAllowed, "\(attempt) rollout \(rollout.id): needs \(names)")
    }

    func checkBasis(
        _ standing: RolloutStanding, known: (ContentDigest) -> DecisionBasis?
    ) throws(ControlRefusal) {
        let basis = standing.basis
        guard let seen = command.basis, seen != basis.digest else { return }
        let changes = known(seen)?.changes(to: basis) ?? []
        throw ControlRefusal(
            .moved,
            "\(attempt) rollout \(standing.rollout): what you decided on has changed: "
                + (changes.isEmpty ? "look at it again" : changes.joined(separator: "; ")))
    }

    func resume(_ turn: inout RolloutTurn) throws(ControlRefusal) {
        guard case .held(let reason) = turn.rollout.phase else {
            throw ControlRefusal(.moved, "resuming rollout \(turn.rollout.id): it is not held")
        }
        // What was seen while the split was broken proves nothing.
        if reason == .sampleRatio || reason == .incomparable {
            turn.add(
                .epoch(turn.rollout.epoch + 1, baselines: turn.rollout.baselines), .human, by: actor.principal,
                "evidence begins anew after \(reason.rawValue)")
        }
        turn.add(.resumed, .human, by: actor.principal, command.reason)
    }

    func approve(_ turn: inout RolloutTurn) throws(ControlRefusal) {
        guard turn.rollout.phase == .waitingForApproval else {
            throw ControlRefusal(
                .moved, "approving rollout \(turn.rollout.id): it is \(turn.rollout.phase.name), nobody is asked")
        }
        try checkFourEyes(turn.rollout)
        let isKnown = turn.rollout.approvals.contains {
            $0.principal == actor.principal && turn.time.since($0.time) <= turn.rollout.plan.approvalLength
        }
        guard !isKnown else { return }
        turn.add(.approved, .human, by: actor.principal, command.reason)
        let readiness = StepReadiness(turn.rollout, turn.standing, at: turn.time)
        if readiness.isReady { turn.goOn(.human, "gates passed, people agreed") }
    }

    func promote(_ turn: inout RolloutTurn) throws(ControlRefusal) {
        try checkFourEyes(turn.rollout)
        if turn.rollout.phase == .held(.sampleRatio) {
            throw ControlRefusal(
                .invalid,
                "promoting rollout \(turn.rollout.id): the split is broken, so nothing is known; repair the router and resume"
            )
        }
        // Who promotes agrees, and counts as one of those who have to.
        var missing = StepReadiness(agreed(turn), turn.standing, at: turn.time).missing
        if case .held(let reason) = turn.rollout.phase { missing.append("it is held (\(reason.rawValue))") }
        if command.verb == .promoteFully { missing.append("the steps in between are left out") }
        if !missing.isEmpty, command.override != turn.rollout.plan.to {
            throw ControlRefusal(
                .invalid,
                "promoting rollout \(turn.rollout.id): \(missing.joined(separator: "; ")); to promote nevertheless, type the "
                    + "name of the release \(turn.rollout.plan.to) as override")
        }
        let reason =
            missing.isEmpty ? command.reason : command.reason + " (in spite of: \(missing.joined(separator: "; ")))"
        let cause = missing.isEmpty ? RolloutEvent.Cause.human : .override
        if command.verb == .promoteFully {
            turn.add(.completed, cause, by: actor.principal, reason, weight: 1)
        } else {
            turn.goOn(cause, by: actor.principal, reason)
        }
    }

    /// The rollout as it would be with this person's approval.
    private func agreed(_ turn: RolloutTurn) -> Rollout {
        guard let roles = turn.rollout.currentStep?.approval?.roles, !roles.isDisjoint(with: actor.roles) else {
            return turn.rollout
        }
        var copy = turn
        copy.add(.approved, .human, by: actor.principal, command.reason)
        return copy.rollout
    }

    private func checkFourEyes(_ rollout: Rollout) throws(ControlRefusal) {
        guard rollout.plan.needsFourEyes, actor.principal == rollout.author else { return }
        throw ControlRefusal(
            .notAllowed,
            "\(attempt) rollout \(rollout.id): you (\(actor.principal)) started it, and four eyes are asked for; somebody else "
                + "has to decide")
    }
}
