/// What a metric of a service said over a range of time, all who count it together.
public struct MetricSeries: Hashable, Sendable {
    public var name: String
    /// As sent; the numbers are in the unit of the meaning where that has one (seconds for times).
    public var unit: String
    public var kind: MetricKind
    public var meaning: MetricMeaning
    public var environment: String
    public var service: String
    public var labels: [MetricLabel]
    /// The beginning of the first step.
    public var start: Timestamp
    public var step: Nanoseconds
    /// One for each step; nil where nothing is known.
    public var points: [MetricSample?]
    /// The whole range in one: of levels the latest, of everything else what came together. Nil when nothing is known.
    public var total: MetricSample?

    /// A series of the given parts.
    public init(
        name: String, unit: String = "", kind: MetricKind, meaning: MetricMeaning, environment: String, service: String,
        labels: [MetricLabel] = [], start: Timestamp, step: Nanoseconds, points: [MetricSample?], total: MetricSample?
    ) {
        (self.name, self.unit, self.kind, self.meaning) = (name, unit, kind, meaning)
        (self.environment, self.service, self.labels) = (environment, service, labels)
        (self.start, self.step, self.points, self.total) = (start, step, points, total)
    }
}
