/// How far a search through rows has come.
public struct SearchProgress: Hashable, Sendable {
    /// Calls that were looked at, and about how many there are.
    public var read: Int64
    public var total: Int64
    /// Bytes of contents that were looked through.
    public var bytes: Int64
    /// Calls that match so far.
    public var found: Int64

    /// A search that has looked at `read` of `total` calls.
    public init(read: Int64, total: Int64, bytes: Int64 = 0, found: Int64 = 0) {
        (self.read, self.total, self.bytes, self.found) = (read, total, bytes, found)
    }
}

/// Is told a few times a second how far a search has come; `false` ends it with what was found.
public typealias SearchWatch = (SearchProgress) -> Bool
