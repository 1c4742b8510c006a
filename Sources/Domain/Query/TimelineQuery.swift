/// A question for the numbers of calls over time.
public struct TimelineQuery: Hashable, Sendable {
    public var range: TimeRange
    /// Length of one step; boundaries are multiples of it in absolute time. The answer may use a longer one (minutes are the finest).
    public var step: Nanoseconds
    /// One line for all calls when nil, else one for each value; of users, sessions and errors only the 200 that cost most where steps
    /// are hours and there is no filter.
    public var by: Dimension?
    /// By what lines are split beyond `by`, which is there then: one for each combination of values.
    public var further: [Dimension] = []
    public var filter: Filter
    public var at: Timestamp
    /// Seconds: calls that took longer are counted apart; nil when that is not wanted.
    public var slowerThan: Double?
    /// The same for single values of `by`, where what is slow for one is not for another.
    public var limits: LatencyLimits

    /// A question about `range` in steps of `step`, asked at `at`.
    public init(
        range: TimeRange, step: Nanoseconds, by: Dimension? = nil, filter: Filter = .all,
        limits: LatencyLimits = LatencyLimits(), at: Timestamp
    ) {
        (self.range, self.step, self.by, self.filter, self.at) = (range, step, by, filter, at)
        self.limits = limits
    }
}

/// Numbers over time.
public struct Timeline: Hashable, Sendable {
    /// The beginning of the first step.
    public var start: Timestamp
    public var step: Nanoseconds
    public var lines: [TimelineLine]

    /// Lines that begin at `start`.
    public init(start: Timestamp, step: Nanoseconds, lines: [TimelineLine]) {
        (self.start, self.step, self.lines) = (start, step, lines)
    }
}

/// One line of a timeline.
public struct TimelineLine: Hashable, Sendable {
    public var key: String?
    /// The values of the query's `further`, in its order.
    public var further: [String?] = []
    /// One for each step; nil where there were no calls.
    public var points: [Measures?]

    /// The points of the group `key`.
    public init(key: String?, points: [Measures?]) { (self.key, self.points) = (key, points) }
}
