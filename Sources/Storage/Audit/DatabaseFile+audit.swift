import Domain

extension DatabaseFile {
    /// The last link, without a code; nil before the first entry.
    func auditHead() throws -> AuditHead? {
        let search = try statement("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1")
        defer { search.reset() }
        guard try search.step() else { return nil }
        return AuditHead(sequence: search.integer(0), hash: try digest(search, 1), code: nil)
    }

    /// The hash of an entry; nil when there is none.
    func auditHash(of sequence: Int64) throws -> ContentDigest? {
        let search = try statement("SELECT hash FROM audit WHERE sequence = ?")
        search.bind(sequence, at: 1)
        defer { search.reset() }
        return try search.step() ? try digest(search, 0) : nil
    }

    /// The newest entries that `query` asks for, newest first.
    func auditEntries(_ query: AuditQuery) throws -> [AuditEntry] {
        let search = try statement(
            """
            \(Self.auditColumns) WHERE sequence < ?1 AND time_ns >= ?2 AND time_ns < ?3
                AND (?4 IS NULL OR principal = ?4)
                AND (?5 IS NULL OR action = ?5 OR substr(action, 1, length(?5) + 1) = ?5 || '.')
                AND (?6 IS NULL OR substr(object, 1, length(?6)) = ?6)
            ORDER BY sequence DESC LIMIT ?7
            """)
        search.bind(query.before ?? .max, at: 1)
        search.bind(query.range?.from.nanoseconds ?? .min, at: 2)
        search.bind(query.range?.to.nanoseconds ?? .max, at: 3)
        search.bind(query.actor, at: 4)
        search.bind(query.action, at: 5)
        search.bind(query.object, at: 6)
        search.bind(Int64(max(0, query.limit)), at: 7)
        defer { search.reset() }
        var entries: [AuditEntry] = []
        while try search.step() { entries.append(try entry(search)) }
        return entries
    }

    /// Whether the chain is as it was written, within one snapshot.
    func verifyAudit(key: HMACSHA256?, known: AuditHead?) throws -> AuditVerification {
        var verifier = AuditVerifier(key: key, checkpoints: try auditCheckpoints(), known: known)
        let search = try statement(Self.auditColumns + " ORDER BY sequence")
        defer { search.reset() }
        while try search.step() {
            let entry: AuditEntry
            do {
                entry = try self.entry(search)
            } catch StoreError.damaged {
                return .broken(sequence: search.integer(0), reason: "it has no digest where one belongs")
            }
            if !verifier.add(entry) { break }
        }
        return verifier.result()
    }

    /// What stood before or after; nil when it was erased, or nothing did.
    func auditContent(_ digest: ContentDigest) throws -> JSON? {
        let search = try statement("SELECT content FROM audit_content WHERE digest = ?")
        search.bind(copying: digest.bytes, at: 1)
        defer { search.reset() }
        return try search.step() ? search.text(0).flatMap { try? JSON(parsing: $0) } : nil
    }

    private func auditCheckpoints() throws -> [AuditHead] {
        let search = try statement("SELECT sequence, hash, code FROM audit_checkpoint ORDER BY sequence")
        defer { search.reset() }
        var heads: [AuditHead] = []
        while try search.step() {
            heads.append(
                AuditHead(
                    sequence: search.integer(0), hash: try digest(search, 1),
                    code: ContentDigest(bytes: search.bytes(2))))
        }
        return heads
    }

    private static let auditColumns = """
        SELECT sequence, time_ns, monotonic_ns, principal, kind, uid, pid, tty, action, object, before, after, reason, previous,
            hash FROM audit
        """

    private func entry(_ row: PreparedStatement) throws -> AuditEntry {
        let actor = Caller(
            kind: row.text(4).flatMap { Caller.Kind(rawValue: $0) } ?? .system, principal: row.text(3) ?? "",
            userID: row.optionalInteger(5).flatMap { UInt32(exactly: $0) },
            processID: row.optionalInteger(6).flatMap { Int32(exactly: $0) }, terminal: row.exactText(7))
        let record = AuditRecord(
            sequence: row.integer(0), time: Timestamp(nanoseconds: row.integer(1)), monotonic: row.integer(2),
            actor: actor, action: row.text(8) ?? "", object: row.text(9) ?? "",
            before: ContentDigest(bytes: row.bytes(10)), after: ContentDigest(bytes: row.bytes(11)),
            reason: row.exactText(12))
        return AuditEntry(record, previous: try digest(row, 13), hash: try digest(row, 14))
    }

    private func digest(_ row: PreparedStatement, _ column: Int32) throws -> ContentDigest {
        guard let digest = ContentDigest(bytes: row.bytes(column)) else {
            throw StoreError.damaged(path: path, detail: "the audit log")
        }
        return digest
    }
}
