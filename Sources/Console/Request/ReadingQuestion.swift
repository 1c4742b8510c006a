import Domain

/// What the view of one request wants to know of the selected step.
public struct ReadingQuestion: Hashable, Sendable {
    public var trace: TraceID
    public var span: SpanID

    /// A question about the step `span` of `trace`.
    public init(trace: TraceID, span: SpanID) { (self.trace, self.span) = (trace, span) }

    /// What was said in the step; no reading when the store does not have it.
    func answer(from source: some TelemetrySource) throws -> ReadingAnswer {
        ReadingAnswer(question: self, reading: try source.reading(trace, span))
    }
}

extension ReadingQuestion: PaneQuestion {
    static var kind: QuestionID.Kind { .reading }
    var question: Question { .reading(self) }
    var period: Nanoseconds { .seconds(2) }

    func isSameBut(time: Bool, as other: ReadingQuestion) -> Bool { self == other }
}
