/// How urgently a provider serves a call, where that has its own price.
public enum ServiceTier: String, Sendable, CaseIterable {
    /// Within a day.
    case batch
    /// When there is room.
    case flex
    /// Before others.
    case priority

    /// The tier that telemetry calls `name`; nil for the standard tier and names that are not known, which are priced as standard.
    public init?(name: String) {
        switch name.lowercased() {
        case "batch": self = .batch
        case "flex": self = .flex
        case "priority", "fast": self = .priority
        default: return nil
        }
    }
}
