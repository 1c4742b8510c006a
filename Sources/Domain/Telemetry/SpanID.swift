/// The 8 bytes that name a span within its trace.
public struct SpanID: Hashable, Sendable, CustomStringConvertible {
    /// The bytes as a big-endian number; never 0.
    public let value: UInt64

    /// The id with the given number; nil for 0.
    public init?(_ value: UInt64) {
        guard value != 0 else { return nil }
        self.value = value
    }

    /// The id that `bytes` are; nil unless they are 8 and not all zero.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 8 else { return nil }
        self.init(bigEndian(bytes))
    }

    /// The id that 16 hexadecimal digits spell; nil for anything else and for all zeros.
    public init?(hex: some StringProtocol) {
        guard let bytes = Hexadecimal.bytes(hex) else { return nil }
        self.init(bytes)
    }

    /// The 8 bytes, in order.
    public var bytes: [UInt8] { bigEndianBytes(value) }
    public var description: String { Hexadecimal.text(bytes) }
}
