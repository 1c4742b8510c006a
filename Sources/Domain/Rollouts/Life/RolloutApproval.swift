/// That a person agreed to go on.
public struct RolloutApproval: Hashable, Sendable {
    public var principal: String
    public var time: Timestamp
    public var reason: String
    /// What the person decided on.
    public var basis: ContentDigest

    /// An approval of the given parts.
    public init(principal: String, time: Timestamp, reason: String, basis: ContentDigest) {
        (self.principal, self.time, self.reason, self.basis) = (principal, time, reason, basis)
    }
}
