import Domain

/// When a rule would have fired in the days before a moment.
public struct PreviewQuestion: Hashable, Sendable {
    public var rule: AlertRule
    public var at: Timestamp

    /// A question about `rule`, asked at `at`.
    public init(rule: AlertRule, at: Timestamp) { (self.rule, self.at) = (rule, at) }

    /// The days that are looked at.
    public var range: TimeRange { TimeRange(last: .days(7), before: at) }
}

extension PreviewQuestion: PaneQuestion {
    static var kind: QuestionID.Kind { .preview }
    var question: Question { .preview(self) }
    var period: Nanoseconds { .hours(1) }

    func isSameBut(time: Bool, as other: PreviewQuestion) -> Bool { rule == other.rule && (time || at == other.at) }
}
