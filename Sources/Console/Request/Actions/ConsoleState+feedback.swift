import Domain

/// What people say of a call from here.
extension ConsoleState {
    /// The call that is judged: the selected one; of an agent or another step the last call to a model within it, else of the
    /// trace.
    var judgedSpan: SpanID? {
        guard let request, let tree = request.waterfall.tree, let row = request.waterfall.row else { return nil }
        if tree.step(row.position).operation?.isInference == true { return tree.step(row.position).spanID }
        return (tree.nodes[row.position].lastCall ?? tree.lastCall).map { tree.step($0).spanID }
    }

    /// Why nobody can be asked to change something now; nil when they can.
    var actionsAreOff: String? {
        if request?.selectedTurn != nil { return "this is the list of turns: Esc leads back" }
        if isReadOnly { return "the console was started with --read-only" }
        if case .past = time.mode { return "this is looking back: go to now first (Esc)" }
        return judgedSpan == nil ? "there is no call to judge" : nil
    }

    /// What who sits here said of the call, as the store has it.
    private var ownFeedback: Feedback? {
        guard let principal, let span = judgedSpan else { return nil }
        return request?.feedback.first { $0.spanID == span && $0.principal == principal }
    }

    /// What who sits here says of the call, with what is on its way.
    var ownOpinion: FeedbackView {
        let stored = ownFeedback
        var view = stored.map(FeedbackView.init) ?? FeedbackView()
        view.principal = nil
        for (_, command) in pending.commands {
            switch command {
            case .feedback(let draft) where draft.traceID == request?.trace && draft.spanID == judgedSpan:
                view.rating = draft.rating ?? view.rating
                view.correction = draft.correction ?? view.correction
                view.note = draft.note ?? view.note
                view.isPending = true
            case .takeBack(let id) where id == stored?.id:
                view = FeedbackView()
                view.isPending = true
            default: break
            }
        }
        return view
    }

    /// What everybody says of the selected step and the call that is judged there.
    var opinions: [FeedbackView] {
        guard let request else { return [] }
        let spans = [request.waterfall.span, judgedSpan]
        let others = request.feedback.filter { $0.principal != principal && spans.contains($0.spanID) }
        let own = ownOpinion
        return others.map(FeedbackView.init) + (own.isEmpty && !own.isPending ? [] : [own])
    }

    /// Says that the answer is good or bad; saying the same again takes it back.
    mutating func rate(_ rating: Rating) throws(CommandFailure) -> [Effect] {
        guard let request, let span = judgedSpan else { return [] }
        let present = ownOpinion
        guard present.rating == rating else {
            return [pending.send(.feedback(FeedbackDraft(traceID: request.trace, spanID: span, rating: rating)))]
        }
        guard !present.isPending, let own = ownFeedback else {
            throw CommandFailure("that is still on its way to the collector")
        }
        var effects = [pending.send(.takeBack(own.id))]
        // Only the rating is taken back: what else was said is said again.
        if own.correction != nil || own.note != nil {
            let rest = FeedbackDraft(
                traceID: request.trace, spanID: span, correction: own.correction, note: own.note)
            effects.append(pending.send(.feedback(rest)))
        }
        return effects
    }

    /// Takes what the collector stored, or took back, after `command`.
    mutating func take(_ feedback: Feedback, after command: ControlCommand) {
        if case .takeBack = command {
            request?.remove(feedback)
            if pending.commands.isEmpty { tell(.done, "taken back") }
        } else {
            principal = feedback.principal
            request?.keep(feedback)
            drafts.remove(of: command)
            tell(.done, "stored as \(feedback.principal)")
        }
    }
}
