/// That somebody did something: who, what, to what, and why.
public struct AuditRecord: Hashable, Sendable {
    /// From 1, without gaps.
    public let sequence: Int64
    public let time: Timestamp
    /// The clock of the machine that is never set, in nanoseconds: entries of one start of the machine rise by it, whatever was done to
    /// `time`.
    public let monotonic: Int64
    /// Who did it, as the collector found out.
    public let actor: Caller
    /// What was done, such as `prompt.push`.
    public let action: String
    /// To what, such as `support-answer@7`.
    public let object: String
    /// Of what was there before; nil when there was nothing.
    public let before: ContentDigest?
    /// Of what is there since; nil when there is nothing.
    public let after: ContentDigest?
    /// In the actor's words; nil when none was asked for.
    public let reason: String?

    /// A record of the given parts.
    public init(
        sequence: Int64, time: Timestamp, monotonic: Int64, actor: Caller, action: String, object: String,
        before: ContentDigest?, after: ContentDigest?, reason: String?
    ) {
        (self.sequence, self.time, self.monotonic, self.actor) = (sequence, time, monotonic, actor)
        (self.action, self.object, self.before, self.after, self.reason) = (action, object, before, after, reason)
    }

    /// The link of the chain for this record behind `previous`: SHA-256 over a zero byte and all parts in a fixed order, each with its length
    /// before it, so that no two different records have the same bytes.
    public func hash(after previous: ContentDigest) -> ContentDigest {
        var bytes: [UInt8] = [0]
        bytes.reserveCapacity(384)
        func add(_ part: some Collection<UInt8>) {
            bytes += bigEndianBytes(UInt64(part.count))
            bytes += part
        }
        func add(_ number: Int64) { add(bigEndianBytes(UInt64(bitPattern: number))) }
        /// What is not there differs from what is empty.
        func add(optional part: (some Collection<UInt8>)?) {
            bytes.append(part == nil ? 0 : 1)
            if let part { add(part) }
        }
        add(previous.bytes)
        add(sequence)
        add(time.nanoseconds)
        add(monotonic)
        add(actor.principal.utf8)
        add(actor.kind.rawValue.utf8)
        add(optional: actor.userID.map { bigEndianBytes(UInt64($0)) })
        add(optional: actor.processID.map { bigEndianBytes(UInt64(bitPattern: Int64($0))) })
        add(optional: actor.terminal?.utf8)
        add(action.utf8)
        add(object.utf8)
        add(optional: before?.bytes)
        add(optional: after?.bytes)
        add(optional: reason?.utf8)
        return ContentDigest(of: bytes)
    }
}
