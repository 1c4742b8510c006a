/// By what numbers can be grouped and filtered.
public enum Dimension: String, Sendable, CaseIterable {
    case environment
    case service
    case operation
    case model
    /// Name and version together, `support-answer@7`.
    case prompt
    case release
    /// Kept for the top thousand an hour; percentiles come from rows.
    case user
    case session
    /// The kind of failure.
    case error

    /// Whether every combination of it has a series of its own in the rollups.
    public var isSeries: Bool { self != .user && self != .session && self != .error }
}
