import Domain

/// What the table of requests wants to know at a moment.
public struct RequestsQuestion: Hashable, Sendable {
    /// Which part of the world is looked at.
    public var scope: Scope
    /// Which calls, by the time at which they ended.
    public var range: TimeRange
    public var filter: Filter
    public var order: RequestsQuery.Order
    /// At most so many.
    public var limit: Int

    /// A question about `range`.
    public init(
        scope: Scope = Scope(), range: TimeRange, filter: Filter = .all, order: RequestsQuery.Order = .newest,
        limit: Int
    ) {
        (self.scope, self.range, self.filter, self.order, self.limit) = (scope, range, filter, order, limit)
    }

    /// The filter with the scope in it.
    public var fullFilter: Filter { Filter(scope.terms + filter.terms) }

    /// The same as the store is asked.
    var query: RequestsQuery {
        var query = RequestsQuery(range: range, filter: fullFilter, order: order, limit: limit)
        if filter.readsContents { query.longest = .seconds(30) }
        return query
    }
}

extension RequestsQuestion: PaneQuestion {
    static var kind: QuestionID.Kind { .requests }
    var question: Question { .requests(self) }
    /// The longer the range, the less a second changes.
    var period: Nanoseconds { max(.seconds(1), Nanoseconds(range.length.count / 3600)) }

    func isSameBut(time: Bool, as other: RequestsQuestion) -> Bool {
        scope == other.scope && filter == other.filter && order == other.order && limit == other.limit
            && (time ? range.length == other.range.length : range == other.range)
    }
}

extension Filter {
    /// Whether what was said, or attributes as they came, must be read to answer it, which takes so long that it is done only when
    /// somebody asks.
    var readsContents: Bool {
        terms.contains { term in
            switch term.condition {
            case .contains, .attribute, .attributeCompares: true
            case .equals, .says, .failed, .compares, .score: false
            }
        }
    }
}
