/// A data point that is kept.
public struct MetricObservation: Sendable {
    public var point: MetricPoint
    /// The moment that it speaks of, which lies within what the store keeps.
    public var time: Timestamp

    /// A data point filed at `time`.
    public init(point: MetricPoint, time: Timestamp) { (self.point, self.time) = (point, time) }
}
