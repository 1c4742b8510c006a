import Domain

/// Numbers of a range, grouped and over time: what findings are made from.
public struct Situation: Sendable {
    /// By what the rows are grouped.
    public var grouping: Dimension
    /// One group each, largest number of calls first.
    public var rows: [StatsRow]
    /// All calls of the range.
    public var total: Measures
    /// All calls over time: one line at most.
    public var timeline: Timeline
    /// The groups over time.
    public var courses: Timeline
    /// What changed, oldest first.
    public var marks: [Mark]
    /// The model servers that tell of themselves.
    public var servers: [ModelServer]
    /// The range that the numbers are of.
    public var range: TimeRange
    /// The moment at which it is looked.
    public var at: Timestamp
    /// Whether somebody is there to receive calls.
    public var isReceiving: Bool

    /// A situation of the given parts.
    public init(
        grouping: Dimension, rows: [StatsRow], total: Measures, timeline: Timeline, courses: Timeline, marks: [Mark],
        servers: [ModelServer], range: TimeRange, at: Timestamp, isReceiving: Bool
    ) {
        (self.grouping, self.rows, self.total, self.timeline, self.courses) = (grouping, rows, total, timeline, courses)
        (self.marks, self.servers, self.range, self.at) = (marks, servers, range, at)
        self.isReceiving = isReceiving
    }

    /// The line of the group over time.
    func course(of key: String?) -> [Measures?] { courses.lines.first { $0.key == key }?.points ?? [] }
}

extension Timeline {
    /// The beginning of the step `index`.
    func start(of index: Int) -> Timestamp {
        let offset = step.count.multipliedReportingOverflow(by: Int64(index))
        return start.advanced(by: Nanoseconds(offset.overflow ? .max : offset.partialValue))
    }
}
