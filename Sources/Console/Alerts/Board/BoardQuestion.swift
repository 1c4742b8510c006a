import Domain

/// What every pane wants to know of alerts at a moment.
public struct BoardQuestion: Hashable, Sendable {
    /// The moment at which it is asked.
    public var at: Timestamp

    /// A question asked at `at`.
    public init(at: Timestamp) { self.at = at }
}

extension BoardQuestion: PaneQuestion {
    static var kind: QuestionID.Kind { .board }
    var question: Question { .board(self) }
    var period: Nanoseconds { .seconds(1) }

    func isSameBut(time: Bool, as other: BoardQuestion) -> Bool { time || at == other.at }
}
