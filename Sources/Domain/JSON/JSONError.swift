/// What makes bytes not JSON, and where.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, in our own words; no bytes of the input.
    public let reason: String
    /// Offset of the byte at which it is wrong.
    public let offset: Int

    /// `reason` at `offset`.
    public init(_ reason: String, at offset: Int) { (self.reason, self.offset) = (reason, offset) }

    public var description: String { "\(reason) at byte \(offset)" }
}
