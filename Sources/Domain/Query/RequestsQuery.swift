/// A question for single calls.
public struct RequestsQuery: Hashable, Sendable {
    /// Which calls come first.
    public enum Order: String, Sendable, CaseIterable {
        /// Failed ones, then slow ones.
        case worst
        case newest
        case oldest
        case slowest
        case costliest
    }

    /// Which calls, by the time at which they ended.
    public var range: TimeRange
    public var filter: Filter
    public var order: Order
    /// At most so many.
    public var limit: Int
    /// How long rows are looked through at most; the answer is then the best that was found.
    public var longest: Nanoseconds

    /// A question about `range`.
    public init(
        range: TimeRange, filter: Filter = .all, order: Order = .newest, limit: Int = 100,
        longest: Nanoseconds = .seconds(2)
    ) {
        (self.range, self.filter, self.order, self.limit) = (range, filter, order, limit)
        self.longest = longest
    }
}

/// The answer to a `RequestsQuery`.
public struct RequestsPage: Hashable, Sendable {
    /// In the order asked for.
    public var rows: [RequestRow]
    /// Whether everything that was asked for was looked at.
    public var coverage: Coverage
    /// Whether there are more than the query's limit.
    public var hasMore: Bool

    /// An answer of the given parts.
    public init(rows: [RequestRow], coverage: Coverage = .complete, hasMore: Bool = false) {
        (self.rows, self.coverage, self.hasMore) = (rows, coverage, hasMore)
    }
}
