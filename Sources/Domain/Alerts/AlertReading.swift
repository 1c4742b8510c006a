/// What a rule found at a moment.
public struct AlertReading: Hashable, Sendable {
    public var time: Timestamp
    /// In the unit of the measure; for objectives the burn rate (1 uses up the whole error budget in its window), for budgets the share
    /// of the budget that the forecast reaches. Nil when there is no data.
    public var value: Double?
    /// The limit that was crossed, or that of the highest severity when none was; nil without data.
    public var limit: Double?
    /// Calls that the value rests on.
    public var calls: Int64

    /// A reading of the given parts.
    public init(time: Timestamp, value: Double?, limit: Double?, calls: Int64) {
        (self.time, self.value, self.limit, self.calls) = (time, value, limit, calls)
    }
}
