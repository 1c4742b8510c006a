/// Everything about alerts at a moment.
public struct AlertBoard: Hashable, Sendable {
    /// What waits for somebody first, pages before warnings, newest first; resolved ones last, for a day.
    public var alerts: [Alert]
    /// Silences that are in force or ended within the last day.
    public var silences: [Silence]
    public var rules: [RuleStatus]
    public var budgets: [BudgetStatus]
    public var receivers: [ReceiverStatus]
    /// When the rules were looked at last; nil when never.
    public var evaluated: Timestamp?

    /// A board of nothing.
    public init() { (alerts, silences, rules, budgets, receivers) = ([], [], [], [], []) }

    /// How many alerts wait for somebody.
    public var waiting: Int { alerts.count(where: \.waits) }
}
