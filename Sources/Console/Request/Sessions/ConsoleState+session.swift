import Domain

extension ConsoleState {
    /// The question about the session to which the request belongs, if it is due.
    mutating func dueSession(now: Timestamp) -> Effect? {
        guard let request, let name = request.session else { return nil }
        let isKnown = session?.name == name && (session?.answer == nil || session?.position(of: request.trace) != nil)
        if !isKnown, let start = request.waterfall.tree?.range.from {
            let present = session?.name == name ? session?.answer : nil
            let next = SessionState(name, near: start)
            // A turn that is too new for the last answer is asked for again, but only once.
            if session?.question != next.question {
                session = next
                session?.answer = present
            }
        }
        guard let question = session?.question else { return nil }
        return session?.asking.due(question, isLive: time.mode == .live, now: now, refresh: refresh)
    }

    /// Why there is no turn to go to; nil when there is.
    func turnIsMissing(_ direction: Int) -> String? {
        guard let request, let session, request.session == session.name else { return "the request says no session" }
        guard let position = session.position(of: request.trace), let turns = session.answer?.detail.turns else {
            return "the turns of the session are not known yet"
        }
        guard turns.indices.contains(position + direction) else {
            return direction < 0 ? "this is the first turn" : "this is the last turn"
        }
        return nil
    }

    /// Opens the turn before (−1) or after (1) this one.
    mutating func goToTurn(_ direction: Int) {
        guard let request, let position = session?.position(of: request.trace) else { return }
        openTurn(position + direction)
    }

    /// Opens the turn at `index`.
    mutating func openTurn(_ index: Int) {
        guard let turns = session?.answer?.detail.turns, turns.indices.contains(index) else { return }
        let focus = request?.focus ?? .reading
        request = RequestState(trace: turns[index].traceID, span: turns[index].spanID, focus: focus)
        request?.session = session?.name
    }
}
