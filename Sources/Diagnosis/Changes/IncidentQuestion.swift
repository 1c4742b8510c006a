import Domain

/// What is to be explained: the calls of a range.
public struct IncidentQuestion: Hashable, Sendable {
    /// When it is or was wrong.
    public var range: TimeRange
    /// Which calls are looked at. Terms that rollups cannot answer are left out: finding a cause never reads rows.
    public var filter: Filter
    /// The moment at which it is asked; nothing later is looked at.
    public var at: Timestamp

    /// A question about `range`, asked at `at`.
    public init(range: TimeRange, filter: Filter = .all, at: Timestamp) {
        (self.range, self.filter, self.at) = (range, filter, at)
    }

    /// The range and some time before it: what is wrong is told by what was usual.
    public var window: TimeRange {
        let before = max(range.length, .minutes(60))
        return TimeRange(from: range.from.advanced(by: -before), to: min(range.to, at))
    }

    /// Where changes are looked for: often the cause lies before the range.
    public var changes: TimeRange { TimeRange(last: max(range.length, .hours(24)), before: min(range.to, at)) }

    /// The step of the numbers over time.
    var step: Nanoseconds { TimeStep.shortest(for: window.length, steps: 40) }

    /// The terms that rollups can answer.
    var foldedFilter: Filter { Filter(filter.terms.filter { Filter([$0]).isAnsweredByRollups }) }
}
