import Domain

/// What the table of requests shows.
public struct RequestsAnswer: Hashable, Sendable {
    /// What was asked.
    public var question: RequestsQuestion
    public var page: RequestsPage
    /// How many calls match, as far as minutes are exact; nil where counting them would take a search.
    public var count: Int64?
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
    public init(question: RequestsQuestion, page: RequestsPage, count: Int64? = nil) {
        (self.question, self.page, self.count) = (question, page, count)
    }

    /// Asks the source.
    static func load(
        _ question: RequestsQuestion, from source: some TelemetrySource, watch: SearchWatch
    ) throws -> RequestsAnswer {
        let page = try source.requests(question.query, watch: watch)
        var answer = RequestsAnswer(question: question, page: page, count: try count(question, source))
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
            if let calls = try count(looser, source) {
                if calls > 0 { found.append(Loosening(term: term, calls: calls)) }
            } else if !looser.filter.readsContents {
                var query = looser.query
                (query.limit, query.longest, query.order) = (1, tries.longest, .newest)
                if try !source.requests(query).isEmpty { found.append(Loosening(term: term, calls: nil)) }
            }
        }
        return found.sorted { ($0.calls ?? 0) > ($1.calls ?? 0) }
    }

    /// Rollups count calls and those among them that failed.
    private static func count(_ question: RequestsQuestion, _ source: some TelemetrySource) throws -> Int64? {
        let failures = FilterTerm(.failed(true))
        let others = Filter(question.fullFilter.terms.filter { $0 != failures })
        guard others.isAnsweredByRollups else { return nil }
        let query = StatsQuery(range: question.range, filter: others, at: question.range.to)
        let total = try source.stats(query).total
        return question.filter.terms.contains(failures) ? total.errors : total.calls
    }
}
