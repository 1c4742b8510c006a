/// Limits outside the statistics. When one is reached the canary is rolled back at once, and the log says BREAKER.
public struct RolloutBreakers: Hashable, Sendable {
    /// So many calls of the canary that fail one after the other, while the baseline has none; nil for never.
    public var consecutiveFailures: Int?
    /// US dollars that the canary may cost in an hour; nil for any.
    public var costPerHour: Double?
    /// For how long all calls of the canary may fail; nil for ever.
    public var totalFailure: Nanoseconds?

    /// The usual ones: five failures, thirty seconds, any cost.
    public init() { (consecutiveFailures, costPerHour, totalFailure) = (5, nil, .seconds(30)) }

    func check() throws(RolloutPlanError) {
        if let consecutiveFailures, !(2...1000).contains(consecutiveFailures) {
            throw RolloutPlanError("breakers.consecutive_failures", "must be 2 to 1000")
        }
        if let costPerHour, !(costPerHour > 0 && costPerHour < .infinity) {
            throw RolloutPlanError("breakers.cost_per_hour", "must be more than $0")
        }
        if let totalFailure, totalFailure < .seconds(5) || totalFailure > .hours(1) {
            throw RolloutPlanError("breakers.total_failure", "must be from 5s to 1h")
        }
    }
}
