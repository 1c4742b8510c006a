/// One data point of OTLP, decoded: what was measured, where, when, and what came of it.
public struct MetricPoint: Hashable, Sendable {
    /// As sent, for example `vllm:num_requests_waiting`.
    public var name: String
    /// As sent, in UCUM notation mostly; empty when not said.
    public var unit: String
    public var kind: MetricKind
    /// `service.name` of the resource; `unknown` without one.
    public var service: String
    /// `deployment.environment.name` of the resource, else `deployment.environment`, else `default`.
    public var environment: String
    /// What the series is told apart by, sorted by key. Of the attributes sent only those that `MetricCatalogue` names.
    public var labels: [MetricLabel]
    /// A number that stands for who counted: the resource, the scope, all attributes and the start of counting. Only points of equal
    /// streams continue one another. The same in every process.
    public var stream: UInt64
    /// When counting began, as sent (unsigned nanoseconds since 1970); 0 when not said.
    public var start: UInt64
    /// The moment that the point speaks of, as sent (unsigned nanoseconds since 1970).
    public var time: UInt64
    public var value: MetricValue

    /// A point of the given parts.
    public init(
        name: String, unit: String, kind: MetricKind, service: String, environment: String, labels: [MetricLabel] = [],
        stream: UInt64, start: UInt64, time: UInt64, value: MetricValue
    ) {
        (self.name, self.unit, self.kind) = (name, unit, kind)
        (self.service, self.environment, self.labels) = (service, environment, labels)
        (self.stream, self.start, self.time, self.value) = (stream, start, time, value)
    }
}
