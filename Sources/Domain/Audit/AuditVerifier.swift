/// Goes along the chain, entry by entry, and says whether it is as it was written.
public struct AuditVerifier: Sendable {
    /// At least so many entries apart are links signed within the database.
    public static let checkpointInterval: Int64 = 100

    private let key: HMACSHA256?
    /// Links that were signed, by sequence.
    private let checkpoints: [Int64: AuditHead]
    /// The link that was kept outside.
    private let known: AuditHead?
    private var head: AuditHead?
    private var lastSigned: Int64 = 0
    private var failure: AuditVerification?

    /// - Parameters:
    ///   - key: of the store; nil leaves signatures unchecked.
    ///   - checkpoints: the links that stand signed in the database.
    ///   - known: the link that was kept outside; nil when there is none.
    public init(key: HMACSHA256?, checkpoints: [AuditHead], known: AuditHead?) {
        (self.key, self.known) = (key, known)
        self.checkpoints = Dictionary(checkpoints.map { ($0.sequence, $0) }) { _, last in last }
    }

    /// Takes the next entry; false when the chain is broken and there is no use in going on.
    public mutating func add(_ entry: AuditEntry) -> Bool {
        if let reason = objection(to: entry) {
            failure = .broken(sequence: (head?.sequence ?? 0) + 1, reason: reason)
            return false
        }
        head = AuditHead(entry)
        if checkpoints[entry.record.sequence] != nil { lastSigned = entry.record.sequence }
        return true
    }

    /// What was found, once all entries are through.
    public func result() -> AuditVerification {
        if let failure { return failure }
        if let key, let known, !known.isSigned(with: key) {
            return .broken(
                sequence: known.sequence,
                reason: "the head that was kept outside is not signed with the key of this store")
        }
        let last = head?.sequence ?? 0
        if let known, known.sequence > last { return .tailMissing(head: head, known: known) }
        if let signed = checkpoints.values.max(by: { $0.sequence < $1.sequence }), signed.sequence > last {
            return .tailMissing(head: head, known: signed)
        }
        return .intact(head: head, signaturesChecked: key != nil)
    }

    private func objection(to entry: AuditEntry) -> String? {
        let record = entry.record
        let expected = (head?.sequence ?? 0) + 1
        guard record.sequence == expected else {
            return record.sequence > expected ? "the entry is missing" : "an entry stands twice or out of its order"
        }
        guard entry.previous == head?.hash ?? AuditHead.start else { return "it does not follow the entry before" }
        guard entry.hash == record.hash(after: entry.previous) else { return "it was changed" }
        if let known, known.sequence == record.sequence, known.hash != entry.hash {
            return "the head that was kept outside says another entry"
        }
        guard let key else { return nil }
        if let checkpoint = checkpoints[record.sequence] {
            guard checkpoint.hash == entry.hash else { return "another entry was signed here" }
            guard checkpoint.isSigned(with: key) else { return "its signature is not of the key of this store" }
        } else if record.sequence - lastSigned >= Self.checkpointInterval {
            return "no entry is signed for longer than \(Self.checkpointInterval) entries"
        }
        return nil
    }
}
