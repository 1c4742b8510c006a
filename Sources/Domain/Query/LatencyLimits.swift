/// From which latency on calls count as slow: what is slow for one group is not for another. Seconds.
public struct LatencyLimits: Hashable, Sendable {
    private let limits: [String?: Double]

    /// Limits by the value of the grouping; under nil that of calls that say nothing, or of all calls where there is no grouping.
    public init(_ limits: [String?: Double] = [:]) { self.limits = limits }

    /// The limit of a group; nil when there is none.
    public subscript(key: String?) -> Double? { limits[key] }
}
