import Domain

/// The statements that add to the audit log.
enum AuditStatements {
    static let entry = "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    static let checkpoint = "INSERT INTO audit_checkpoint VALUES (?, ?, ?, ?)"
    static let content = "INSERT OR IGNORE INTO audit_content VALUES (?, ?)"
}

extension PreparedStatement {
    /// Runs `AuditStatements.entry`.
    func insert(_ entry: AuditEntry) throws {
        let (record, actor) = (entry.record, entry.record.actor)
        bind(record.sequence, at: 1)
        bind(record.time.nanoseconds, at: 2)
        bind(record.monotonic, at: 3)
        bind(actor.principal, at: 4)
        bind(actor.kind.rawValue, at: 5)
        bind(actor.userID.map { Int64($0) }, at: 6)
        bind(actor.processID.map { Int64($0) }, at: 7)
        bind(actor.terminal, at: 8)
        bind(record.action, at: 9)
        bind(record.object, at: 10)
        bind(record.before, at: 11)
        bind(record.after, at: 12)
        bind(record.reason, at: 13)
        bind(entry.previous, at: 14)
        bind(entry.hash, at: 15)
        try run()
    }

    /// Runs `AuditStatements.checkpoint`.
    func insert(_ checkpoint: AuditHead, at time: Timestamp) throws {
        bind(checkpoint.sequence, at: 1)
        bind(time.nanoseconds, at: 2)
        bind(checkpoint.hash, at: 3)
        bind(checkpoint.code, at: 4)
        try run()
    }

    /// Runs `AuditStatements.content`: keeps `text` under its digest.
    func keep(_ text: String) throws -> ContentDigest {
        let digest = ContentDigest(of: Array(text.utf8))
        bind(digest, at: 1)
        bind(text, at: 2)
        try run()
        return digest
    }

    private func bind(_ digest: ContentDigest?, at position: Int32) {
        if let digest { bind(copying: digest.bytes, at: position) } else { bind(nil as Int64?, at: position) }
    }
}
