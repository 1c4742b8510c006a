/// What an `ExportMetricsServiceRequest` holds. Metrics are taken and counted, not kept.
public struct MetricCounts: Hashable, Sendable {
    public var metrics = 0
    /// Points of all kinds of metrics.
    public var dataPoints = 0

    /// Nothing counted.
    public init() {}
}
