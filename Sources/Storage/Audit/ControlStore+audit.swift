import Domain

extension ControlStore {
    /// Whether the audit log is as it was written, by the key of the store and the head outside. Reads beside whoever writes, so that no
    /// command waits for it.
    public func verifyAudit() throws -> AuditVerification {
        let reading = try DatabaseFile(file.path, .read(version: ControlSchema.version))
        defer { reading.close() }
        let (key, known) = try file.auditProofs
        return try reading.snapshot { try reading.verifyAudit(key: key, known: known) }
    }
}
