/// Stands for values that are not to be known but told apart: HMAC-SHA256 (RFC 2104) under a key of the store. Without the key nobody
/// can tell whether a value that they guess is the one.
public struct Pseudonyms: Sendable {
    static let prefix: StaticString = "hash:"
    /// Hexadecimal digits of a pseudonym, and all its characters.
    static let digits = 32, length = prefix.utf8CodeUnitCount + digits

    private let inner: [UInt8]
    private let outer: [UInt8]

    /// Pseudonyms under `key`, which is 32 random bytes.
    public init(key: [UInt8]) {
        var block = key.count > 64 ? SHA256.digest(key) : key
        block += [UInt8](repeating: 0, count: 64 - block.count)
        (inner, outer) = (block.map { $0 ^ 0x36 }, block.map { $0 ^ 0x5C })
    }

    /// The authentication code of `message`, 32 bytes.
    func code(_ message: [UInt8]) -> [UInt8] { SHA256.digest(outer + SHA256.digest(inner + message)) }

    /// The pseudonym of `value`: `hash:` and the first 128 bits of its code in hexadecimal.
    public func pseudonym(_ value: UnsafeRawBufferPointer) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        return Pseudonyms.prefix.withUTF8Buffer(Array.init)
            + code(Array(value)).prefix(Pseudonyms.digits / 2).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }
}
