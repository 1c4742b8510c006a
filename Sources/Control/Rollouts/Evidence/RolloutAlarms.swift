import Domain

/// What breakers look at: facts of the last minutes, outside the statistics.
public struct RolloutAlarms: Hashable, Sendable {
    /// Calls of the canary that failed one after the other, up to now.
    public var consecutiveFailures = 0
    /// Calls of the baseline that failed in that time.
    public var baselineFailures = 0
    /// For how long all calls of the canary have failed, when there were any.
    public var totalFailure = Nanoseconds(0)
    /// US dollars that the canary cost within the last hour; nil when nobody knows.
    public var costPerHour: Double?

    /// Nothing wrong.
    public init() {}

    /// Which breaker strikes, in words; nil when none does.
    func struck(_ breakers: RolloutBreakers) -> String? {
        if let limit = breakers.consecutiveFailures, consecutiveFailures >= limit, baselineFailures == 0 {
            return
                "BREAKER: \(consecutiveFailures) calls of the canary failed one after the other, none of the baseline"
        }
        if let limit = breakers.totalFailure, totalFailure >= limit {
            return "BREAKER: all calls of the canary have failed for \(Int(totalFailure.seconds)) s"
        }
        if let limit = breakers.costPerHour, let costPerHour, costPerHour > limit {
            return "BREAKER: the canary cost $\(costPerHour) in an hour, more than $\(limit)"
        }
        return nil
    }
}
