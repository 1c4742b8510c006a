/// A request that both releases answered, the canary unseen by users: what was measured of each.
public struct ShadowPair: Hashable, Sendable {
    /// Its place among the pairs of the epoch, from 1.
    public var number: Int64
    /// For each gate of the plan one value, in the metric's own unit; nil when the metric was not there.
    public var live: [Double?]
    public var shadow: [Double?]

    /// A pair of the given parts.
    public init(number: Int64, live: [Double?], shadow: [Double?]) {
        (self.number, self.live, self.shadow) = (number, live, shadow)
    }
}
