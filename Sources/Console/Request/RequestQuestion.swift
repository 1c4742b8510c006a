import Domain

/// What the view of one request wants to know of the trace.
public struct RequestQuestion: Hashable, Sendable {
    public var trace: TraceID

    /// A question about `trace`.
    public init(trace: TraceID) { self.trace = trace }
}

extension RequestQuestion: PaneQuestion {
    static var kind: QuestionID.Kind { .request }
    var question: Question { .request(self) }
    var period: Nanoseconds { .seconds(2) }

    func isSameBut(time: Bool, as other: RequestQuestion) -> Bool { self == other }
}
