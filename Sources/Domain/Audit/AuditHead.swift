/// The last link of the chain at some moment. Kept outside of the database, it shows that entries were cut off or all replaced; with a code,
/// only who has the key can have made it.
public struct AuditHead: Hashable, Sendable, CustomStringConvertible {
    /// The sequence of the entry.
    public let sequence: Int64
    /// The hash of the entry.
    public let hash: ContentDigest
    /// HMAC-SHA256 of both under the key of the store; nil where nobody signed it.
    public let code: ContentDigest?

    /// What stands in the place of a hash before the first entry.
    public static let start = ContentDigest(of: Array("headframe audit".utf8))

    /// The link of `entry` without a code.
    public init(_ entry: AuditEntry) { self.init(sequence: entry.record.sequence, hash: entry.hash, code: nil) }

    /// A link of the given parts.
    public init(sequence: Int64, hash: ContentDigest, code: ContentDigest?) {
        (self.sequence, self.hash, self.code) = (sequence, hash, code)
    }

    /// The link with the code that `key` makes of it.
    public func signed(with key: HMACSHA256) -> AuditHead {
        AuditHead(sequence: sequence, hash: hash, code: ContentDigest(bytes: key.code(message)))
    }

    /// Whether its code was made with `key`.
    public func isSigned(with key: HMACSHA256) -> Bool { code != nil && signed(with: key).code == code }

    private var message: [UInt8] { [1] + bigEndianBytes(UInt64(bitPattern: sequence)) + hash.bytes }

    /// `1234 a1b2c3`: what people note on paper.
    public var description: String { "\(sequence) \(hash.short)" }

    /// The head as files keep it.
    public var json: JSON {
        [
            "sequence": .integer(sequence), "hash": .string(hash.description), "code": JSON(code?.description),
        ]
    }

    /// The head that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let sequence = json["sequence"]?.integer, sequence > 0,
            let hash = json["hash"]?.string.flatMap({ ContentDigest($0) })
        else { return nil }
        self.init(sequence: sequence, hash: hash, code: json["code"]?.string.flatMap { ContentDigest($0) })
    }
}
