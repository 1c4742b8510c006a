/// How far a budget of the running month (UTC) is used.
public struct BudgetStatus: Hashable, Sendable {
    /// Name of the budget's rule.
    public var name: String
    public var subject: AlertSubject
    public var unit: BudgetUnit
    /// What may be used in a month, in `unit`.
    public var amount: Double
    /// Used since midnight UTC.
    public var today: Double
    /// Used since the first of the month.
    public var month: Double
    /// Used by the end of the month if it goes on so; nil until there is enough to go by.
    public var forecast: Forecast?

    /// What the end of the month will bring, in the budget's unit.
    public struct Forecast: Hashable, Sendable {
        public var expected: Double
        /// The interval that holds the end in 95 of 100 cases.
        public var low: Double
        public var high: Double
        /// A forecast.
        public init(expected: Double, low: Double, high: Double) {
            (self.expected, self.low, self.high) = (expected, low, high)
        }
    }

    /// A status of the given parts.
    public init(
        name: String, subject: AlertSubject, unit: BudgetUnit, amount: Double, today: Double, month: Double,
        forecast: Forecast?
    ) {
        (self.name, self.subject, self.unit, self.amount) = (name, subject, unit, amount)
        (self.today, self.month, self.forecast) = (today, month, forecast)
    }
}
