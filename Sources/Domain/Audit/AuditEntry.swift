/// A record and its link in the chain: every entry holds the hash of the one before, so none can be changed, removed or put between without
/// changing all that follow.
public struct AuditEntry: Hashable, Sendable {
    public let record: AuditRecord
    /// The hash of the entry before; `AuditChain.start` for the first.
    public let previous: ContentDigest
    public let hash: ContentDigest

    /// An entry as it was stored.
    public init(_ record: AuditRecord, previous: ContentDigest, hash: ContentDigest) {
        (self.record, self.previous, self.hash) = (record, previous, hash)
    }

    /// `record` as the next link behind `head`.
    public init(_ record: AuditRecord, behind head: AuditHead?) {
        let previous = head?.hash ?? AuditHead.start
        self.init(record, previous: previous, hash: record.hash(after: previous))
    }

    /// The entry as the command line and the control API say it.
    public var json: JSON {
        [
            "sequence": .integer(record.sequence), "time": JSON(record.time),
            "actor": .string(record.actor.principal), "kind": .string(record.actor.kind.rawValue),
            "uid": JSON(record.actor.userID.map { Int64($0) }), "pid": JSON(record.actor.processID.map { Int64($0) }),
            "tty": JSON(record.actor.terminal), "action": .string(record.action), "object": .string(record.object),
            "before": JSON(record.before?.description), "after": JSON(record.after?.description),
            "reason": JSON(record.reason), "hash": .string(hash.description),
        ]
    }
}
