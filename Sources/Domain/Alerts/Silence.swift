/// Alerts that are not to be heard for a while, and why.
public struct Silence: Hashable, Sendable, Identifiable {
    public var id: SilenceID
    public var covers: Covers
    public var from: Timestamp
    /// When it ends by itself, or was ended.
    public var until: Timestamp
    public var reason: String
    /// Who made it.
    public var principal: String

    /// Which alerts it covers.
    public enum Covers: Hashable, Sendable {
        case alert(AlertID)
        /// All alerts of the rule of this name.
        case rule(String)
        /// All alerts whose subject has this value.
        case label(Dimension, String)
    }

    /// A silence of the given parts.
    public init(
        id: SilenceID, covers: Covers, from: Timestamp, until: Timestamp, reason: String, principal: String
    ) {
        (self.id, self.covers, self.from, self.until) = (id, covers, from, until)
        (self.reason, self.principal) = (reason, principal)
    }

    /// Whether it covers `alert` at `time`.
    public func covers(_ alert: Alert, at time: Timestamp) -> Bool {
        guard time >= from, time < until else { return false }
        return switch covers {
        case .alert(let id): alert.id == id
        case .rule(let name): alert.rule == name
        case .label(let dimension, let value): alert.subject[dimension] == value
        }
    }
}
