/// Stands for a targeting key (a session, a user) in what is stored: nobody can read the key from it.
public struct UnitKey: RawRepresentable, Hashable, Sendable {
    public let rawValue: UInt64

    /// The unit with the given number.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// The unit of `targetingKey` in the rollout that draws with `salt`: the first 64 bits of SHA-256(salt ‖ 0x01 ‖ key).
    public init(_ targetingKey: String, salt: String) {
        rawValue = bigEndian(SHA256.digest(Array(salt.utf8) + [1] + Array(targetingKey.utf8)).prefix(8))
    }
}
