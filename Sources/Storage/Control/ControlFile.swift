import Domain

/// `control.db`, open for writing. One connection does all the writing and checkpointing, as with segments; whoever needs it takes
/// turns, and nobody holds it for longer than one small transaction.
///
/// Sendable because the file is only touched within `turn.locked`.
final class ControlFile: @unchecked Sendable {
    let path: String
    /// What the head of the audit log contradicted when the file was opened, in words.
    let auditTrouble: String?
    private let audit: AuditLog
    private let turn = Signal()
    private var file: DatabaseFile?
    private var broken: StoreError?

    init(_ directory: StoreDirectory, _ options: StoreOptions, clock: any WallClock) throws(StoreError) {
        path = directory.controlPath
        let keyPath = options.auditKeyPath ?? directory.auditKeyPath
        let key: HMACSHA256
        do throws(KeyFile.Failure) {
            key = HMACSHA256(key: try KeyFile(keyPath).readOrMake())
        } catch {
            throw .notAStore(path: directory.path, reason: "the key of its audit log, \(keyPath): \(error.reason)")
        }
        let audit = AuditLog(key: key, headPath: options.auditHeadPath ?? directory.auditHeadPath)
        let file = try DatabaseFile(
            path, .write(schema: ControlSchema.migrator(auditKey: key), version: ControlSchema.version))
        do {
            try file.execute("BEGIN IMMEDIATE")
            auditTrouble = try audit.compare(in: file, at: clock.now())
            try file.execute("COMMIT")
            audit.publish(file)
        } catch {
            file.rollback()
            throw StoreError(error, path: path)
        }
        (self.audit, self.file) = (audit, file)
    }

    /// Why it cannot be written by this process any more: an fsync failed.
    var failure: StoreError? { turn.locked { broken } }

    /// The key of the audit log, and the head that stands outside.
    var auditProofs: (key: HMACSHA256, known: AuditHead?) { turn.locked { (audit.key, audit.known) } }

    /// Runs `body` while nobody else uses the file.
    func withFile<Result>(_ body: (DatabaseFile) throws -> Result) throws -> Result {
        try turn.locked {
            if let broken { throw broken }
            guard let file else { throw StoreError.closed }
            do {
                return try body(file)
            } catch let error as StoreError {
                if error.isFatal { broken = error }
                throw error
            }
        }
    }

    /// Runs `body` in a transaction: when it returns, what it wrote is on the disk; when it throws, nothing of it is.
    func transaction<Result>(_ body: (DatabaseFile, AuditLog) throws -> Result) throws -> Result {
        try withFile { file in
            try file.execute("BEGIN IMMEDIATE")
            do {
                let result = try body(file, audit)
                try file.execute("COMMIT")
                audit.publish(file)
                if file.logPages > Self.mostLogPages { try file.checkpoint(truncate: false) }
                return result
            } catch {
                file.rollback()
                throw error
            }
        }
    }

    /// Leaves nothing in the WAL and closes the file.
    func close() {
        turn.locked {
            if broken == nil { try? file?.checkpoint(truncate: true) }
            file?.close()
            file = nil
        }
    }

    private static let mostLogPages = 512
}
