import Domain

/// `control.db`, open for writing, with its audit log.
///
/// Sendable because the audit log is only touched by whoever has the turn on the file.
final class ControlFile: @unchecked Sendable {
    /// What the head of the audit log contradicted when the file was opened, in words.
    let auditTrouble: String?
    private let audit: AuditLog
    private let file: SharedFile

    var path: String { file.path }

    /// Opens the file of the store in `directory`.
    init(_ directory: StoreDirectory, _ options: StoreOptions, clock: any WallClock) throws(StoreError) {
        let keyPath = options.auditKeyPath ?? directory.auditKeyPath
        let key: HMACSHA256
        do throws(KeyFile.Failure) {
            key = HMACSHA256(key: try KeyFile(keyPath).readOrMake())
        } catch {
            throw .notAStore(path: directory.path, reason: "the key of its audit log, \(keyPath): \(error.reason)")
        }
        let audit = AuditLog(key: key, headPath: options.auditHeadPath ?? directory.auditHeadPath)
        file = try SharedFile(
            directory.controlPath, .write(schema: ControlSchema.migrator(auditKey: key), version: ControlSchema.version)
        )
        self.audit = audit
        do {
            auditTrouble = try file.transaction(committed: audit.publish) { try audit.compare(in: $0, at: clock.now()) }
        } catch {
            throw StoreError(error, path: directory.controlPath)
        }
    }

    /// Why it cannot be written by this process any more: an fsync failed.
    var failure: StoreError? { file.failure }

    /// The key of the audit log, and the head that stands outside.
    var auditProofs: (key: HMACSHA256, known: AuditHead?) {
        get throws { try file.withFile { _ in (audit.key, audit.known) } }
    }

    /// Runs `body` while nobody else uses the file.
    func withFile<Result>(_ body: (DatabaseFile) throws -> Result) throws -> Result { try file.withFile(body) }

    /// Runs `body` in a transaction: when it returns, what it wrote is on the disk; when it throws, nothing of it is.
    func transaction<Result>(_ body: (DatabaseFile, AuditLog) throws -> Result) throws -> Result {
        try file.transaction(committed: audit.publish) { try body($0, audit) }
    }

    /// Leaves nothing in the WAL and closes the file.
    func close() { file.close() }
}
