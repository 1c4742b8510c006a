import Domain

/// Entries of the audit log, the newest first.
public struct AuditAnswer: Sendable {
    let entries: [AuditEntry]
    /// What checking all links found; nil when nobody asked.
    let verification: AuditVerification?

    private static let mostEntries = 1_000
    private static let page = 5_000

    static func load(_ question: AuditQuestion, from source: some TelemetrySource) throws -> AuditAnswer {
        let range = TimeRange(from: Timestamp(nanoseconds: 0), to: question.at.advanced(by: Nanoseconds(1)))
        return AuditAnswer(
            entries: try source.auditEntries(AuditQuery(range: range, limit: mostEntries)),
            verification: question.isVerified ? try verify(source) : nil)
    }

    /// Goes through the whole chain. Signatures need the key, which the collector keeps to itself.
    private static func verify(_ source: some TelemetrySource) throws -> AuditVerification {
        var entries: [AuditEntry] = []
        var before: Int64?
        while true {
            let found = try source.auditEntries(AuditQuery(before: before, limit: page))
            entries += found
            guard found.count == page, let last = found.last else { break }
            before = last.record.sequence
        }
        var verifier = AuditVerifier(key: nil, checkpoints: [], known: try source.auditHead())
        for entry in entries.reversed() where !verifier.add(entry) { break }
        return verifier.result()
    }
}
