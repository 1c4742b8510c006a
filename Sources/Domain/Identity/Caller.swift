/// Who sends a command, as the collector found out by itself: nothing of it is what the sender claims.
public struct Caller: Hashable, Sendable {
    /// How the person is known.
    public enum Kind: String, Hashable, Sendable {
        /// A user of this machine, as the kernel says.
        case user = "os"
        /// The collector itself.
        case system
    }

    public var kind: Kind
    /// The person: `os:` and a name.
    public var principal: String
    public var userID: UInt32?
    public var processID: Int32?
    /// The terminal of the process, such as `pts/3`; nil when it has none.
    public var terminal: String?

    /// A caller of the given parts.
    public init(
        kind: Kind, principal: String, userID: UInt32? = nil, processID: Int32? = nil, terminal: String? = nil
    ) {
        (self.kind, self.principal, self.userID) = (kind, principal, userID)
        (self.processID, self.terminal) = (processID, terminal)
    }

    /// The collector itself.
    public static let system = Caller(kind: .system, principal: "system")
}
