/// What makes a text not a filter, where, and what would be one.
public struct FilterError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong and what to write instead.
    public let reason: String
    /// Offset in characters at which it is wrong.
    public let offset: Int

    /// `reason` at `offset`.
    public init(_ reason: String, at offset: Int) { (self.reason, self.offset) = (reason, offset) }

    public var description: String { "filter, character \(offset + 1): \(reason)" }
}
