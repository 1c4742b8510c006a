import Domain

/// What the table of requests shows.
public struct RequestsAnswer: Hashable, Sendable {
    /// What was asked.
    public var question: RequestsQuestion
    public var page: RequestsPage

    /// An answer of the given parts.
    public init(question: RequestsQuestion, page: RequestsPage) { (self.question, self.page) = (question, page) }

    /// Asks the source.
    static func load(
        _ question: RequestsQuestion, from source: some TelemetrySource, watch: SearchWatch
    ) throws -> RequestsAnswer {
        let query = RequestsQuery(
            range: question.range, filter: question.fullFilter, order: question.order, limit: question.limit)
        return RequestsAnswer(question: question, page: try source.requests(query, watch: watch))
    }
}
