import Domain

/// Whose command it is and which: sent again under the same key, it changes nothing.
public struct CommandIdentity: Sendable {
    public var caller: Caller
    public var key: IdempotencyKey
    /// Stands for everything that was asked for.
    let fingerprint: Int64

    /// The command that `request` asks for: its parts in a fixed order.
    public init(caller: Caller, key: IdempotencyKey, request: [[UInt8]]) {
        (self.caller, self.key) = (caller, key)
        let hash = request.reduce(0) { hash, part in
            StableHash.combine(hash, part.withUnsafeBytes(StableHash.hash))
        }
        fingerprint = Int64(bitPattern: hash)
    }
}
