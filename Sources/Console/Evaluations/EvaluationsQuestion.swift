import Domain

/// Runs of evaluations, and the results of one of them.
public struct EvaluationsQuestion: Hashable, Sendable {
    /// The run whose results are wanted; nil for the newest.
    let run: EvaluationRunID?
    let at: Timestamp
}

extension EvaluationsQuestion: PaneQuestion {
    static var kind: QuestionID.Kind { .evaluations }
    var question: Question { .evaluations(self) }
    var period: Nanoseconds { .seconds(1) }

    func isSameBut(time: Bool, as other: EvaluationsQuestion) -> Bool { run == other.run && (time || at == other.at) }
}
