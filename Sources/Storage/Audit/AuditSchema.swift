import Domain
import GRDB

/// The tables of the audit log in `control.db`. What was there before and after stands apart, by digest, so that it can be erased and the
/// chain still holds.
enum AuditSchema {
    static let tables = """
        CREATE TABLE audit (
            sequence INTEGER PRIMARY KEY, time_ns INTEGER NOT NULL, monotonic_ns INTEGER NOT NULL, principal TEXT NOT NULL,
            kind TEXT NOT NULL, uid INTEGER, pid INTEGER, tty TEXT, action TEXT NOT NULL, object TEXT NOT NULL,
            before BLOB, after BLOB, reason TEXT, previous BLOB NOT NULL, hash BLOB NOT NULL
        );
        CREATE INDEX audit_time ON audit (time_ns);
        CREATE TABLE audit_content (digest BLOB PRIMARY KEY, content TEXT NOT NULL);
        -- Links that are signed: HMAC-SHA256 under a key that is not in this file.
        CREATE TABLE audit_checkpoint (
            sequence INTEGER PRIMARY KEY, time_ns INTEGER NOT NULL, hash BLOB NOT NULL, code BLOB NOT NULL
        );
        CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'history does not change'); END;
        CREATE TRIGGER audit_remains BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'history does not change'); END;
        CREATE TRIGGER audit_checkpoint_stays BEFORE UPDATE ON audit_checkpoint
            BEGIN SELECT RAISE(ABORT, 'history does not change'); END;
        CREATE TRIGGER audit_checkpoint_remains BEFORE DELETE ON audit_checkpoint
            BEGIN SELECT RAISE(ABORT, 'history does not change'); END;
        """

    /// Brings the history of a store that knew no chain into the chain.
    static func takeOver(_ db: Database, signedWith key: HMACSHA256) throws {
        guard let connection = db.sqliteConnection else { throw StoreError.closed }
        func statement(_ sql: String) throws -> PreparedStatement {
            try PreparedStatement(sql, on: connection, path: "control.db")
        }
        let content = try statement(AuditStatements.content)
        func digest(_ text: String?) throws -> ContentDigest? { try text.map { try content.keep($0) } }
        let (entries, checkpoints) = (
            try statement(AuditStatements.entry), try statement(AuditStatements.checkpoint)
        )
        let changes = try statement(
            "SELECT time_ns, action, object, principal, kind, uid, pid, tty, before, after FROM change ORDER BY id")
        var head: AuditHead?
        while try changes.step() {
            let actor = Caller(
                kind: changes.text(4).flatMap { Caller.Kind(rawValue: $0) } ?? .system,
                principal: changes.text(3) ?? "",
                userID: changes.optionalInteger(5).flatMap { UInt32(exactly: $0) },
                processID: changes.optionalInteger(6).flatMap { Int32(exactly: $0) }, terminal: changes.exactText(7))
            let record = AuditRecord(
                sequence: (head?.sequence ?? 0) + 1, time: Timestamp(nanoseconds: changes.integer(0)), monotonic: 0,
                actor: actor, action: changes.text(1) ?? "", object: changes.text(2) ?? "",
                before: try digest(changes.text(8)), after: try digest(changes.text(9)), reason: nil)
            let entry = AuditEntry(record, behind: head)
            try entries.insert(entry)
            let link = AuditHead(entry)
            if link.sequence % AuditVerifier.checkpointInterval == 0 {
                try checkpoints.insert(link.signed(with: key), at: record.time)
            }
            head = link
        }
        changes.reset()
        try db.execute(sql: "DROP TABLE change")
    }
}
