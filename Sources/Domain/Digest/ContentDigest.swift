/// The SHA-256 of a content: its identity.
public struct ContentDigest: Hashable, Sendable, CustomStringConvertible {
    /// 32 bytes.
    public let bytes: [UInt8]

    /// The digest of the given bytes; nil unless there are 32.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// The digest of `content`.
    public init(of content: [UInt8]) { bytes = SHA256.digest(content) }

    /// The digest that 64 hexadecimal digits spell; nil for any other text.
    public init?(_ text: String) {
        guard let bytes = Hexadecimal.bytes(text) else { return nil }
        self.init(bytes: bytes)
    }

    /// 64 hexadecimal digits.
    public var description: String { Hexadecimal.text(bytes) }
    /// The first six digits, for people; never to be compared.
    public var short: String { Hexadecimal.text(bytes.prefix(3)) }
}
