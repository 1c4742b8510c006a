import Domain

/// What the health of ingest wants to know at a moment.
public struct HealthQuestion: Hashable, Sendable {
    /// The moment at which it is asked.
    public var at: Timestamp

    /// A question asked at `at`.
    public init(at: Timestamp) { self.at = at }

    /// Where unpriced models and calls that look wrong are looked for.
    public var range: TimeRange { TimeRange(last: .hours(24), before: at) }
}

extension HealthQuestion: PaneQuestion {
    static var kind: QuestionID.Kind { .health }
    var question: Question { .health(self) }
    var period: Nanoseconds { .seconds(2) }

    func isSameBut(time: Bool, as other: HealthQuestion) -> Bool { time || at == other.at }
}
