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
}

extension RequestsQuestion: PaneQuestion {
    static var kind: QuestionID.Kind { .requests }
    var question: Question { .requests(self) }
    var period: Nanoseconds { .seconds(1) }

    func isSameBut(time: Bool, as other: RequestsQuestion) -> Bool {
        scope == other.scope && filter == other.filter && order == other.order && limit == other.limit
            && (time ? range.length == other.range.length : range == other.range)
    }
}
