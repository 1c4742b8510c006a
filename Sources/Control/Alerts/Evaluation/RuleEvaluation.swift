import Domain

/// A rule and what looking at it found.
public struct RuleEvaluation: Hashable, Sendable {
    public var rule: AlertRule
    public var time: Timestamp
    /// One for each subject that has data, worst first, at most `mostSubjects`.
    public var observations: [AlertObservation]
    /// Subjects beyond those, none of which is worse.
    public var omitted: Int
    /// Why it could not be looked at, in words: then nothing is known of its subjects.
    public var trouble: String?
    /// How far the budgets of the rule are used.
    public var budgets: [BudgetStatus]

    /// Subjects of a rule that are looked at.
    public static let mostSubjects = 1000

    /// What was found for `rule` at `time`.
    public init(
        of rule: AlertRule, at time: Timestamp, _ observations: [AlertObservation], omitted: Int = 0,
        trouble: String? = nil, budgets: [BudgetStatus] = []
    ) {
        (self.rule, self.time, self.observations) = (rule, time, observations)
        (self.omitted, self.trouble, self.budgets) = (omitted, trouble, budgets)
    }

    /// The rule as boards show it.
    public var status: RuleStatus {
        let said = omitted > 0 ? "\(omitted) more subjects are left out: narrow where, or split by less" : nil
        return RuleStatus(
            rule: rule, evaluated: time, reading: observations.first.map(\.reading), trouble: trouble ?? said)
    }
}
