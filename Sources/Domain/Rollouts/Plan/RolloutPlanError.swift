/// What is wrong with a plan: which part of it, and how.
public struct RolloutPlanError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where: `steps[2]`, `gates[0].margin`.
    public let place: String
    public let reason: String

    /// A mistake at a place.
    public init(_ place: String, _ reason: String) { (self.place, self.reason) = (place, reason) }

    public var description: String { "\(place): \(reason)" }
}
