/// Whether a person found an answer good.
public enum Rating: Int64, Hashable, Sendable, CaseIterable {
    case up = 1
    case down = -1

    /// The value that it has as a score named `feedback`: 1 or 0.
    public var score: Double { self == .up ? 1 : 0 }
}
