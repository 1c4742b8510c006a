/// Codes that only who has the key can make or check: HMAC (RFC 2104) with SHA-256.
public struct HMACSHA256: Sendable {
    private let inner: [UInt8]
    private let outer: [UInt8]

    /// Codes under `key`.
    public init(key: [UInt8]) {
        var block = key.count > 64 ? SHA256.digest(key) : key
        block += [UInt8](repeating: 0, count: 64 - block.count)
        (inner, outer) = (block.map { $0 ^ 0x36 }, block.map { $0 ^ 0x5C })
    }

    /// The code of `message`, 32 bytes.
    public func code(_ message: [UInt8]) -> [UInt8] { SHA256.digest(outer + SHA256.digest(inner + message)) }
}
