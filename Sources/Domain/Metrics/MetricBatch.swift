/// The data points of one export request that are kept, and what became of the others.
public struct MetricBatch: Hashable, Sendable {
    public var points: [MetricPoint] = []
    /// Points of metrics that are not kept, and points that say that nothing was measured.
    public var ignored = 0
    /// Points of kept metrics that could not be read as what they claim to be.
    public var rejected: Rejection?

    /// No points.
    public init() {}

    /// All points that were sent.
    public var count: Int { points.count + ignored + (rejected?.count ?? 0) }

    /// Refuses one point.
    public mutating func reject(_ reason: String) {
        rejected = Rejection(count: (rejected?.count ?? 0) + 1, reason: rejected?.reason ?? reason)
    }
}
