import Domain

/// Who may send commands, and what they may do.
public struct ControlSettings: Hashable, Sendable {
    /// The group whose members may connect beside the user that runs the collector; nobody else when empty.
    public var socketGroup = ""
    /// The file that keeps the head of the audit log; `audit.head` in the store when empty.
    public var auditHead = ""
    /// The file that keeps the key of the audit log; `audit.key` in the store when empty.
    public var auditKey = ""
    /// What people may do, by `os:` and the name of a user or `group:` and the name of a group.
    public var roles: [String: Grant] = [:]

    /// The defaults.
    public init() {}

    /// The keys that are read at start only and are different in `other`.
    public func changesNeedingRestart(_ other: ControlSettings) -> [String] {
        var keys: [String] = []
        if socketGroup != other.socketGroup { keys.append("socket_group") }
        if auditHead != other.auditHead { keys.append("audit_head") }
        if auditKey != other.auditKey { keys.append("audit_key") }
        return keys
    }
}
