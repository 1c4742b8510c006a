import Domain

/// What the table of requests shows.
public struct RequestsAnswer: Hashable, Sendable {
    /// What was asked.
    public var question: RequestsQuestion
    public var page: RequestsPage
    /// The numbers of all calls that match, as far as minutes are exact; nil where counting them would take a search.
    public var total: Measures?

    /// An answer of the given parts.
    public init(question: RequestsQuestion, page: RequestsPage, total: Measures? = nil) {
        (self.question, self.page, self.total) = (question, page, total)
    }

    /// Asks the source.
    static func load(
        _ question: RequestsQuestion, from source: some TelemetrySource, watch: SearchWatch
    ) throws -> RequestsAnswer {
        let page = try source.requests(question.query, watch: watch)
        return RequestsAnswer(question: question, page: page, total: try total(question, source))
    }

    private static func total(_ question: RequestsQuestion, _ source: some TelemetrySource) throws -> Measures? {
        guard question.fullFilter.isAnsweredByRollups else { return nil }
        let query = StatsQuery(range: question.range, filter: question.fullFilter, at: question.range.to)
        return try source.stats(query).total
    }
}
