import Domain

/// Everything about one rollout.
public struct RolloutQuestion: Hashable, Sendable {
    let id: RolloutID
    let at: Timestamp
}

extension RolloutQuestion: PaneQuestion {
    static var kind: QuestionID.Kind { .rollout }
    var question: Question { .rollout(self) }
    var period: Nanoseconds { .seconds(1) }

    func isSameBut(time: Bool, as other: RolloutQuestion) -> Bool { id == other.id && (time || at == other.at) }
}
