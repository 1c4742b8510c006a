/// Quantiles of a distribution, within 1 % of the exact ones; `max` is the upper end of the largest value's bucket.
public struct Quantiles: Hashable, Sendable {
    /// How many values the distribution has; at least 1.
    public var count: Int64
    public var p50: Double
    public var p90: Double
    public var p95: Double
    public var p99: Double
    public var max: Double

    /// Quantiles of `count` values.
    public init(count: Int64, p50: Double, p90: Double, p95: Double, p99: Double, max: Double) {
        (self.count, self.p50, self.p90, self.p95, self.p99, self.max) = (count, p50, p90, p95, p99, max)
    }
}
