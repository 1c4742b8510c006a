import Domain

/// What the view of one request wants to know.
public struct RequestQuestion: Hashable, Sendable {
    public var trace: TraceID
    /// The step whose conversation is shown.
    public var span: SpanID

    /// A question about the step `span` of `trace`.
    public init(trace: TraceID, span: SpanID) { (self.trace, self.span) = (trace, span) }
}

extension RequestQuestion: PaneQuestion {
    static var kind: QuestionID.Kind { .request }
    var question: Question { .request(self) }
    var period: Nanoseconds { .seconds(2) }

    func isSameBut(time: Bool, as other: RequestQuestion) -> Bool { self == other }
}
