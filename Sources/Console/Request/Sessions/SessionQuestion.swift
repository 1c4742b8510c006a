import Domain

/// What the view of one request wants to know of the session to which it belongs.
public struct SessionQuestion: Hashable, Sendable {
    public var query: SessionQuery

    /// A question about a session.
    public init(_ query: SessionQuery) { self.query = query }
}

extension SessionQuestion: PaneQuestion {
    static var kind: QuestionID.Kind { .session }
    var question: Question { .session(self) }
    var period: Nanoseconds { .seconds(5) }

    func isSameBut(time: Bool, as other: SessionQuestion) -> Bool { self == other }
}
