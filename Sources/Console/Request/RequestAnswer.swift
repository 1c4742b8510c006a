import Domain

/// The steps of one request and what people said of it.
public struct RequestAnswer: Sendable {
    /// What was asked.
    public var question: RequestQuestion
    /// Nil when the store has nothing of the trace.
    var tree: StepTree?
    /// Of all its calls.
    public var feedback: [Feedback]

    /// Asks the source.
    static func load(_ question: RequestQuestion, from source: some TelemetrySource) throws -> RequestAnswer {
        RequestAnswer(
            question: question, tree: try source.outline(question.trace).map(StepTree.init),
            feedback: try source.feedback(of: question.trace))
    }
}
