import Domain

/// What the view of one request shows.
public struct RequestAnswer: Sendable {
    /// What was asked.
    public var question: RequestQuestion
    /// Nil when the store has nothing of the trace.
    public var outline: TraceOutline?
    /// Nil when the store does not have the step.
    public var reading: SpanReading?

    /// Asks the source.
    static func load(_ question: RequestQuestion, from source: some TelemetrySource) throws -> RequestAnswer {
        RequestAnswer(
            question: question, outline: try source.outline(question.trace),
            reading: try source.reading(question.trace, question.span))
    }
}
