import Domain

/// Everything about alerts, as it was at one moment.
public struct BoardAnswer: Hashable, Sendable {
    /// What was asked.
    public var question: BoardQuestion
    /// Nil when no collector ever looked at a rule.
    public var board: AlertBoard?

    /// An answer of the given parts.
    public init(question: BoardQuestion, board: AlertBoard?) { (self.question, self.board) = (question, board) }

    /// Asks the source.
    static func load(_ question: BoardQuestion, from source: some TelemetrySource) throws -> BoardAnswer {
        BoardAnswer(question: question, board: try source.alerts(at: question.at))
    }
}
