import Domain
import Glibc

/// Writes the audit log, and keeps its head outside of the database. Belongs to whoever has the turn on `control.db`.
final class AuditLog {
    let key: HMACSHA256
    private let headPath: String
    private var published: Int64 = 0

    /// - Parameter headPath: the file that keeps the head.
    init(key: HMACSHA256, headPath: String) { (self.key, self.headPath) = (key, headPath) }

    /// The head that stands outside; nil when there is none.
    var known: AuditHead? { AuditHead(file: headPath) }

    /// Adds an entry within the open transaction: it is written with what it tells of, or neither is.
    func append(
        _ action: String, _ object: String, before: JSON?, after: JSON?, reason: String?, by actor: Caller,
        at time: Timestamp, in file: DatabaseFile
    ) throws {
        let head = try file.auditHead()
        let record = AuditRecord(
            sequence: (head?.sequence ?? 0) + 1, time: time, monotonic: MonotonicTime.now().nanoseconds, actor: actor,
            action: action, object: object, before: try Self.keep(before, in: file),
            after: try Self.keep(after, in: file), reason: reason)
        let entry = AuditEntry(record, behind: head)
        try file.statement(AuditStatements.entry).insert(entry)
        try sign(AuditHead(entry), at: time, in: file)
    }

    /// Writes the head beside the database when it has moved. To be called after each COMMIT.
    ///
    /// That it cannot be written undoes nothing, as the entry is on the disk: the next entry tries again, and an older head is no
    /// contradiction.
    func publish(_ file: DatabaseFile) {
        guard let head = try? file.auditHead(), head.sequence != published else { return }
        if FileSystem.replace(headPath, with: Array((head.signed(with: key).json.text + "\n").utf8)) {
            published = head.sequence
        }
    }

    /// Compares the head outside with the log, before anything else is written. What contradicts it becomes an entry itself, and the head
    /// that was found is kept beside the new one.
    ///
    /// - Returns: what is wrong, in words; nil when nothing is.
    func compare(in file: DatabaseFile, at time: Timestamp) throws -> String? {
        let (known, last) = (known, try file.auditHead())
        guard let trouble = try trouble(known, last, in: file) else { return nil }
        if FileSystem.exists(headPath) {
            rename(headPath, headPath + ".\(time.nanoseconds / 1_000_000_000)")
        }
        try append(
            "audit.head", headPath, before: known?.json, after: last?.json, reason: trouble, by: .system, at: time,
            in: file)
        return trouble
    }

    private func trouble(_ known: AuditHead?, _ last: AuditHead?, in file: DatabaseFile) throws -> String? {
        guard let known else {
            if FileSystem.exists(headPath) { return "the head of the audit log in \(headPath) cannot be read" }
            return last == nil ? nil : "the head of the audit log is not in \(headPath) any more"
        }
        guard known.isSigned(with: key) else {
            return "the head of the audit log in \(headPath) is not signed with the key of this store"
        }
        guard known.sequence <= last?.sequence ?? 0 else {
            return
                "entries of the audit log are missing: the last is \(last?.sequence ?? 0), its head says \(known.sequence)"
        }
        guard try file.auditHash(of: known.sequence) == known.hash else {
            return "entry \(known.sequence) of the audit log is another than its head says"
        }
        return nil
    }

    /// Signs every hundredth link, and one a minute.
    private func sign(_ head: AuditHead, at time: Timestamp, in file: DatabaseFile) throws {
        let search = try file.statement("SELECT sequence, time_ns FROM audit_checkpoint ORDER BY sequence DESC LIMIT 1")
        let last: (sequence: Int64, time: Int64)
        last = try search.step() ? (search.integer(0), search.integer(1)) : (0, Int64.min / 2)
        search.reset()
        let isDue =
            head.sequence - last.sequence >= AuditVerifier.checkpointInterval
            || time.nanoseconds.subtractingReportingOverflow(last.time).partialValue.magnitude
                >= UInt64(Nanoseconds.seconds(60).count)
        guard isDue else { return }
        try file.statement(AuditStatements.checkpoint).insert(head.signed(with: key), at: time)
    }

    /// Keeps what was there by its digest.
    private static func keep(_ content: JSON?, in file: DatabaseFile) throws -> ContentDigest? {
        try content.map { try file.statement(AuditStatements.content).keep($0.text) }
    }
}

extension AuditHead {
    /// The head that stands in the file `path`; nil when there is none, or something else.
    public init?(file path: String) {
        guard let bytes = FileSystem.read(path), let json = try? JSON(parsing: bytes) else { return nil }
        self.init(json)
    }
}
