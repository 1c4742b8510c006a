/// What checking the chain found.
public enum AuditVerification: Hashable, Sendable {
    /// Every link holds. `head` is nil when there is no entry; without the key, signatures were not checked.
    case intact(head: AuditHead?, signaturesChecked: Bool)
    /// The chain is not as it was written, from the entry `sequence` on.
    case broken(sequence: Int64, reason: String)
    /// The chain holds and ends before the entry that `known`, kept outside, says was its last.
    case tailMissing(head: AuditHead?, known: AuditHead)

    /// What was found as the command line and the control API say it.
    public var json: JSON {
        switch self {
        case .intact(let head, let signaturesChecked):
            [
                "result": "ok", "head": head?.json ?? .null, "signatures_checked": .bool(signaturesChecked),
            ]
        case .broken(let sequence, let reason):
            ["result": "broken", "sequence": .integer(sequence), "reason": .string(reason)]
        case .tailMissing(let head, let known):
            ["result": "tail_missing", "head": head?.json ?? .null, "known": known.json]
        }
    }
}
