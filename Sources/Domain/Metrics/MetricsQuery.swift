/// A question for what metrics say.
public struct MetricsQuery: Hashable, Sendable {
    public var range: TimeRange
    /// Length of one step; boundaries are multiples of it in absolute time. Whole minutes are used, at least one.
    public var step: Nanoseconds
    /// Metrics of these meanings only; nil for all.
    public var meanings: Set<MetricMeaning>?
    /// Metrics of these names only; nil for all.
    public var names: Set<String>?
    /// Of this environment only; nil for all.
    public var environment: String?
    /// Of this service only; nil for all.
    public var service: String?
    /// The moment at which it is asked; nothing later is looked at.
    public var at: Timestamp

    /// A question about `range` in steps of `step`, asked at `at`.
    public init(
        range: TimeRange, step: Nanoseconds, meanings: Set<MetricMeaning>? = nil, names: Set<String>? = nil,
        environment: String? = nil, service: String? = nil, at: Timestamp
    ) {
        (self.range, self.step, self.meanings, self.names) = (range, step, meanings, names)
        (self.environment, self.service, self.at) = (environment, service, at)
    }
}
