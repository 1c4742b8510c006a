import Domain

/// What the table of requests shows.
public struct RequestsAnswer: Hashable, Sendable {
    /// What was asked.
    public var question: RequestsQuestion
    public var page: RequestsPage
    /// The numbers of all calls that match, as far as minutes are exact; nil where counting them would take a search.
    public var total: Measures?
    /// Where nothing matches: conditions without which something would.
    public var loosenings: [Loosening] = []

    /// A condition of the filter without which calls would match.
    public struct Loosening: Hashable, Sendable {
        /// Index of the condition in the filter.
        public var term: Int
        /// How many calls would match; nil where counting them would take a search.
        public var calls: Int64?
    }

    /// An answer of the given parts.
    public init(question: RequestsQuestion, page: RequestsPage, total: Measures? = nil) {
        (self.question, self.page, self.total) = (question, page, total)
    }

    /// Asks the source.
    static func load(
        _ question: RequestsQuestion, from source: some TelemetrySource, watch: SearchWatch
    ) throws -> RequestsAnswer {
        let page = try source.requests(question.query, watch: watch)
        var answer = RequestsAnswer(question: question, page: page, total: try total(question, source))
        if page.rows.isEmpty { answer.loosenings = try loosenings(question, source) }
        return answer
    }

    /// At most so many conditions are tried, each for so long.
    private static let tries = (count: 6, longest: Nanoseconds.milliseconds(200))

    private static func loosenings(
        _ question: RequestsQuestion, _ source: some TelemetrySource
    ) throws -> [Loosening] {
        var found: [Loosening] = []
        for term in question.filter.terms.indices.prefix(tries.count) {
            var looser = question
            looser.filter.terms.remove(at: term)
            if let calls = try total(looser, source)?.calls {
                if calls > 0 { found.append(Loosening(term: term, calls: calls)) }
            } else if !looser.filter.readsContents {
                var query = looser.query
                (query.limit, query.longest, query.order) = (1, tries.longest, .newest)
                if try !source.requests(query).isEmpty { found.append(Loosening(term: term, calls: nil)) }
            }
        }
        return found.sorted { ($0.calls ?? 0) > ($1.calls ?? 0) }
    }

    private static func total(_ question: RequestsQuestion, _ source: some TelemetrySource) throws -> Measures? {
        guard question.fullFilter.isAnsweredByRollups else { return nil }
        let query = StatsQuery(range: question.range, filter: question.fullFilter, at: question.range.to)
        return try source.stats(query).total
    }
}
