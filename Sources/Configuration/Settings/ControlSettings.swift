import Domain

/// Who may send commands, and what they may do.
public struct ControlSettings: Hashable, Sendable {
    /// The group whose members may connect beside the user that runs the collector; nobody else when empty.
    public var socketGroup = ""
    /// What people may do, by `os:` and the name of a user or `group:` and the name of a group.
    public var roles: [String: Grant] = [:]

    /// The defaults.
    public init() {}

    /// The keys that are read at start only and are different in `other`.
    public func changesNeedingRestart(_ other: ControlSettings) -> [String] {
        socketGroup != other.socketGroup ? ["socket_group"] : []
    }
}
