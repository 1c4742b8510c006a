/// What an item of a golden set may be used for.
public enum GoldenSplit: String, Hashable, Sendable, CaseIterable {
    /// Prompts are written and tried on it.
    case dev
    /// Decides whether a version may go on.
    case gate
    /// Kept from those who write prompts.
    case holdout
}
