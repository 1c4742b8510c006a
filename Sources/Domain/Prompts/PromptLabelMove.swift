/// A label was put on another version. The last move of a label says where it stands.
public struct PromptLabelMove: Hashable, Sendable {
    public let label: String
    /// The version on which it stood; nil when it was new.
    public let former: Int?
    /// The version on which it stands since.
    public let version: Int
    /// Who moved it.
    public let principal: String
    public let reason: String
    public let time: Timestamp

    /// A move of `label`.
    public init(label: String, former: Int?, version: Int, principal: String, reason: String, time: Timestamp) {
        (self.label, self.former, self.version) = (label, former, version)
        (self.principal, self.reason, self.time) = (principal, reason, time)
    }
}
