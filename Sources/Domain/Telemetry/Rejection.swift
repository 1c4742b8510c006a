/// Why some items of a request were refused while the others were stored (OTLP's partial success).
public struct Rejection: Hashable, Sendable {
    /// How many items were refused.
    public var count: Int
    /// The reason of the first, in our own words; no bytes of the input.
    public var reason: String

    /// `count` items refused for `reason`.
    public init(count: Int, reason: String) { (self.count, self.reason) = (count, reason) }
}
