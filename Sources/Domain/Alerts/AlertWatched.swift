/// What kind of thing a rule watches, as far as words need it.
public enum AlertWatched: Hashable, Sendable {
    /// A measure of the calls of the last `window`, alarming beyond a limit: above it, or below it.
    case measure(AlertMeasure, window: Nanoseconds, alarms: Side)
    /// How fast the error budget of an objective is used up: `long` is the longer of the two windows that agree.
    case objective(target: Double, long: Nanoseconds)
    /// What a budget will have used at the end of its month.
    case budget(BudgetUnit)

    /// On which side of a limit the bad lies.
    public enum Side: String, Sendable { case above, below }
}

/// In what a budget is counted.
public enum BudgetUnit: String, Sendable, CaseIterable {
    /// US dollars.
    case dollars
    /// Input and output tokens.
    case tokens
}
