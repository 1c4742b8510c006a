/// What is wrong with a model server.
public struct ServerTrouble: Hashable, Sendable {
    /// How full its key-value cache is, 0 to 1, when it is full.
    public var cacheShare: Double?
    /// Requests that wait; nil when nobody says.
    public var waiting: Double?
    /// Requests that waited before, when the queue grows.
    public var waitingBefore: Double?
}
