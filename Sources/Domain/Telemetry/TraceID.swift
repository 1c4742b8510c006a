/// The 16 bytes that name a trace.
public struct TraceID: Hashable, Sendable, CustomStringConvertible {
    /// Bytes 0 to 7, big-endian.
    public let high: UInt64
    /// Bytes 8 to 15, big-endian.
    public let low: UInt64

    /// The id of the given halves.
    public init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

    /// The id that `bytes` are; nil unless they are 16 and not all zero.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        self.init(high: bigEndian(bytes.prefix(8)), low: bigEndian(bytes.dropFirst(8)))
        guard high != 0 || low != 0 else { return nil }
    }

    /// The id that 32 hexadecimal digits spell; nil for anything else and for all zeros.
    public init?(hex: some StringProtocol) {
        guard let bytes = Hexadecimal.bytes(hex) else { return nil }
        self.init(bytes)
    }

    /// The 16 bytes, in order.
    public var bytes: [UInt8] { bigEndianBytes(high) + bigEndianBytes(low) }
    public var description: String { Hexadecimal.text(bytes) }
}
