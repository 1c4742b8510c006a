/// The name of one wish: a command that is sent again under the same key changes nothing and gets the same answer.
public struct IdempotencyKey: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// The key that `text` spells; nil unless it is 1 to 128 visible ASCII characters.
    public init?(_ text: String) {
        guard (1...128).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            return nil
        }
        self.text = text
    }

    /// A key that nobody else has: 128 bits at random.
    public init(using generator: inout some RandomNumberGenerator) {
        let (high, low): (UInt64, UInt64) = (generator.next(), generator.next())
        text = Hexadecimal.text(bigEndianBytes(high) + bigEndianBytes(low))
    }

    public var description: String { text }
}
