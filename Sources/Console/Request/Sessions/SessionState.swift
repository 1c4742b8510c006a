import Domain

/// The session whose turns are looked at, and the last answer about it.
struct SessionState: Sendable {
    let question: SessionQuestion
    var answer: SessionAnswer?
    var asking = Asking<SessionQuestion>()

    /// Looks at the session `name`, around a moment at which it was alive.
    init(_ name: String, near moment: Timestamp) {
        question = SessionQuestion(SessionQuery(session: name, near: moment))
    }

    var name: String { question.query.session }

    /// Where the trace stands among the turns; nil when that is not known.
    func position(of trace: TraceID) -> Int? { answer?.positions[trace] }

    /// `turn 3 of 17`; nil when it is not known.
    func words(for trace: TraceID) -> String? {
        guard let answer, let position = position(of: trace) else { return nil }
        let count = answer.detail.turns.count
        return "turn \(position + 1) of \(answer.detail.isComplete ? "" : "at least ")\(count)"
    }
}
