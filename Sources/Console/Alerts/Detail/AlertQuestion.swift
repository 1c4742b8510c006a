import Domain

/// What is to be known of one alert beside what the board says: what happened to it, and how its numbers went.
public struct AlertQuestion: Hashable, Sendable {
    public var alert: AlertID
    /// The calls that it is about.
    public var filter: Filter
    /// How far back.
    public var length: Nanoseconds
    /// The moment at which it is asked.
    public var at: Timestamp

    /// A question about the last `length` before `at`.
    public init(alert: AlertID, filter: Filter, length: Nanoseconds, at: Timestamp) {
        (self.alert, self.filter, self.length, self.at) = (alert, filter, length, at)
    }

    /// About as many steps as a chart has cells.
    var step: Nanoseconds { TimeStep.shortest(for: length, steps: 120) }
    /// From a boundary of `step` up to the moment asked at.
    public var range: TimeRange { TimeRange(from: at.advanced(by: -length).floored(to: step), to: at) }
    /// What happened to an alert is wanted for longer than its numbers.
    var eventRange: TimeRange { TimeRange(last: max(length, .days(7)), before: at.advanced(by: .seconds(1))) }
}

extension AlertQuestion: PaneQuestion {
    static var kind: QuestionID.Kind { .alert }
    var question: Question { .alert(self) }
    var period: Nanoseconds { .seconds(5) }

    func isSameBut(time: Bool, as other: AlertQuestion) -> Bool {
        alert == other.alert && filter == other.filter && length == other.length && (time || at == other.at)
    }
}
