import Domain

/// The turns of a session, ready to be looked up.
public struct SessionAnswer: Sendable {
    /// What was asked.
    public var question: SessionQuestion
    public let detail: SessionDetail
    /// Where each trace stands among the turns.
    let positions: [TraceID: Int]
    let totals: SessionTotals

    /// Asks the source.
    static func load(_ question: SessionQuestion, from source: some TelemetrySource) throws -> SessionAnswer {
        SessionAnswer(question, try source.session(question.query))
    }

    private init(_ question: SessionQuestion, _ detail: SessionDetail) {
        (self.question, self.detail) = (question, detail)
        positions = Dictionary(
            detail.turns.enumerated().map { ($1.traceID, $0) }, uniquingKeysWith: { first, _ in first })
        totals = SessionTotals(detail.turns)
    }
}
