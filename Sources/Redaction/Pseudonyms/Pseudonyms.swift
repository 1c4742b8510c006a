import Domain

/// Stands for values that are not to be known but told apart: HMAC-SHA256 under a key of the store. Without the key nobody can tell
/// whether a value that they guess is the one.
public struct Pseudonyms: Sendable {
    static let prefix: StaticString = "hash:"
    /// Hexadecimal digits of a pseudonym, and all its characters.
    static let digits = 32, length = prefix.utf8CodeUnitCount + digits

    private let hash: HMACSHA256

    /// Pseudonyms under `key`, which is 32 random bytes.
    public init(key: [UInt8]) { hash = HMACSHA256(key: key) }

    /// The pseudonym of `value`: `hash:` and the first 128 bits of its code in hexadecimal.
    public func pseudonym(_ value: UnsafeRawBufferPointer) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        return Pseudonyms.prefix.withUTF8Buffer(Array.init)
            + hash.code(Array(value)).prefix(Pseudonyms.digits / 2).flatMap {
                [digits[Int($0 >> 4)], digits[Int($0 & 15)]]
            }
    }
}
