/// A question for the numbers of calls, grouped.
public struct StatsQuery: Hashable, Sendable {
    /// Which calls, by the time at which they ended.
    public var range: TimeRange
    public var by: [Dimension]
    public var filter: Filter
    /// LLM calls when nil, else the spans of this operation.
    public var operation: Operation?
    /// The moment at which the question is asked; nothing later is looked at.
    public var at: Timestamp
    /// Seconds: calls that took longer are counted apart; nil when that is not wanted.
    public var slowerThan: Double?

    /// A question about `range`, asked at `at`.
    public init(
        range: TimeRange, by: [Dimension] = [], filter: Filter = .all, operation: Operation? = nil, at: Timestamp
    ) {
        (self.range, self.by, self.filter, self.operation, self.at) = (range, by, filter, operation, at)
    }
}

/// The answer to a `StatsQuery`.
public struct StatsResult: Hashable, Sendable {
    /// One group each, largest number of calls first; the values of the key are in the order of the query's `by`.
    public var rows: [StatsRow]
    public var total: Measures
    public var coverage: Coverage

    /// An answer of the given parts.
    public init(rows: [StatsRow], total: Measures, coverage: Coverage) {
        (self.rows, self.total, self.coverage) = (rows, total, coverage)
    }
}

/// One group of an answer.
public struct StatsRow: Hashable, Sendable {
    /// A value for each dimension asked for; nil where the calls say nothing.
    public var key: [String?]
    public var measures: Measures

    /// The numbers of the group `key`.
    public init(key: [String?], measures: Measures) { (self.key, self.measures) = (key, measures) }

    /// The value of the one dimension that rows are grouped by; nil where the calls say nothing.
    public var name: String? { key.first ?? nil }
}

/// Whether an answer rests on everything that was asked for.
public enum Coverage: Hashable, Sendable {
    case complete
    /// Reading had to stop: the answer rests on `read` of about `total` calls.
    case partial(read: Int64, total: Int64)
    /// Parts of the range could not be read, and why.
    case damaged(String)
}
