import Domain

extension ConsoleState {
    /// Where rollouts are not looked at, they are only wanted for the header.
    private static let rolloutsRefresh = Nanoseconds.seconds(5)

    /// The question about rollouts that is due on every pane.
    mutating func dueRollouts(now: Timestamp) -> Effect? {
        rollouts.asking.due(
            RolloutsQuestion(at: end), isLive: time.mode == .live, now: now,
            refresh: place == .rollouts ? refresh : max(refresh, Self.rolloutsRefresh))
    }

    /// The question about the selected rollout that is due while it is seen.
    mutating func dueRollout(now: Timestamp) -> Effect? {
        guard let id = rollouts.selected?.id else { return nil }
        return rollouts.detailAsking.due(
            RolloutQuestion(id: id, at: end), isLive: time.mode == .live, now: now, refresh: refresh)
    }

    /// Takes what there is now.
    mutating func take(_ answer: [Rollout]) {
        rollouts.show(answer)
        if place == .rollouts { rollouts.pin() }
    }

    /// Takes a fresh look at a rollout; a decision that was begun is told what has changed.
    mutating func take(_ answer: RolloutDetail?) {
        rollouts.show(answer)
        guard case .decision(var decision) = overlay, let basis = answer?.standing?.basis else { return }
        decision.look(basis)
        overlay = .decision(decision)
    }

    /// Goes to the next rollout that waits for approval.
    mutating func goToWaitingRollout() {
        let waiting = rollouts.waiting
        guard !waiting.isEmpty else { return }
        let present = place == .rollouts ? waiting.firstIndex { $0.id == rollouts.selected?.id } : nil
        rollouts.select(waiting[present.map { ($0 + 1) % waiting.count } ?? 0].id)
        go(to: .rollouts)
    }

    /// The collector has done what was asked: what became of it is asked for at once.
    mutating func carryOut(_ command: RolloutCommand) {
        rollouts.asking.forget()
        rollouts.detailAsking.forget()
        tell(.done, command.verb.doneWords)
    }

    /// The collector has not done what was asked. When what was decided on has moved, the person looks again, with what was written.
    mutating func refuse(_ command: RolloutCommand, of id: RolloutID, _ refusal: ControlRefusal) {
        rollouts.asking.forget()
        rollouts.detailAsking.forget()
        guard overlay == nil, place == .rollouts, rollouts.selected?.id == id,
            [.moved, .invalid, .notAllowed].contains(refusal.reason)
        else {
            tell(.failed, "not done: \(refusal.message)")
            return
        }
        var decision = Decision(command.verb, id, basis: nil, reason: command.reason)
        decision.mistake = refusal.message
        overlay = .decision(decision)
    }
}

extension RolloutCommand.Verb {
    fileprivate var doneWords: String {
        switch self {
        case .approve: "approved"
        case .promote: "promoted to the next step"
        case .promoteFully: "promoted: the canary serves everybody"
        case .hold: "held: nothing goes on until somebody resumes it"
        case .resume: "resumed"
        case .abort: "aborted: the stable release serves everybody"
        case .rollback: "rolled back: the stable release serves everybody"
        case .note: "noted"
        }
    }
}
