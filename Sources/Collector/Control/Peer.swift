import Domain

/// Who is at the other end of a connection.
struct Peer: Sendable {
    var caller: Caller
    /// Names of the groups of the user.
    var groups: [String] = []
}
