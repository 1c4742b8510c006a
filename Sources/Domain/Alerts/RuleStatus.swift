/// A rule and how looking at it went.
public struct RuleStatus: Hashable, Sendable {
    public var rule: AlertRule
    /// When it was looked at last; nil when never.
    public var evaluated: Timestamp?
    /// What it found last for the subject that is nearest to its limit; nil when there is no data.
    public var reading: AlertReading?
    /// Why it could not be looked at, in words.
    public var trouble: String?

    /// The status of a rule.
    public init(rule: AlertRule, evaluated: Timestamp? = nil, reading: AlertReading? = nil, trouble: String? = nil) {
        (self.rule, self.evaluated, self.reading, self.trouble) = (rule, evaluated, reading, trouble)
    }
}
