import Domain

/// What is alarming, and who is told.
public struct AlertSettings: Hashable, Sendable {
    /// Measures beyond limits.
    public var rules: [AlertRule] = []
    /// Shares of good calls that are aimed at.
    public var objectives: [AlertRule] = []
    /// What may be used in a month.
    public var budgets: [BudgetSettings] = []
    /// Whether the rules that are right for a start count too.
    public var builtIn = true
    /// Who is told, and how.
    public var receivers: [ReceiverSettings] = []

    /// The defaults.
    public init() {}
}

/// A budget, and whether each app has it.
public struct BudgetSettings: Hashable, Sendable {
    public var rule: AlertRule
    /// Whether every app may use the amount by itself.
    public var byApp: Bool

    /// A budget of each app, or of all calls that the rule names.
    public init(rule: AlertRule, byApp: Bool) { (self.rule, self.byApp) = (rule, byApp) }
}
