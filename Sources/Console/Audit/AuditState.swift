import Domain

/// What is looked at of the audit log, and the last answer.
struct AuditState: Sendable {
    var asking = Asking<AuditQuestion>()
    var answer: AuditAnswer?
    /// Whether the chain is checked with every answer.
    var isVerified = false
    private var chosen: Int64?

    var selectedIndex: Int? {
        guard let entries = answer?.entries, !entries.isEmpty else { return nil }
        return chosen.flatMap { sequence in entries.firstIndex { $0.record.sequence == sequence } } ?? 0
    }

    var selected: AuditEntry? { selectedIndex.flatMap { answer?.entries[$0] } }

    mutating func move(by rows: Int) {
        guard let index = selectedIndex, let entries = answer?.entries else { return }
        chosen = entries[min(max(0, index + rows), entries.count - 1)].record.sequence
    }
}
