import Domain

extension StoreReader {
    /// What people and the collector did, newest first.
    public func auditEntries(_ query: AuditQuery) throws -> [AuditEntry] {
        try registryFile()?.auditEntries(query) ?? []
    }

    /// The last link of the audit log, without a code; nil when nothing was done yet.
    public func auditHead() throws -> AuditHead? { try registryFile()?.auditHead() }

    /// What stood before or after something was done; nil when it was erased.
    public func auditContent(_ digest: ContentDigest) throws -> JSON? { try registryFile()?.auditContent(digest) }

    /// Whether the audit log is as it was written.
    ///
    /// - Parameters:
    ///   - key: of the store; nil leaves signatures unchecked.
    ///   - known: a head that was kept outside.
    public func verifyAudit(key: [UInt8]?, known: AuditHead?) throws -> AuditVerification {
        let key = key.map(HMACSHA256.init(key:))
        guard let file = try registryFile() else {
            return known.map { .tailMissing(head: nil, known: $0) } ?? .intact(head: nil, signaturesChecked: key != nil)
        }
        return try file.snapshot { try file.verifyAudit(key: key, known: known) }
    }

    /// `control.db` with the tables of the registry and the audit log; nil when there is none.
    func registryFile() throws -> DatabaseFile? {
        directory.isFile ? nil : try controlFile(since: ControlSchema.firstWithRegistry)
    }
}
