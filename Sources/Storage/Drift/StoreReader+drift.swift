import Domain

extension StoreReader {
    /// How drift stood at `at`; nil when the collector of the store never looked for it.
    public func drift(at: Timestamp) throws -> DriftBoard? {
        guard !directory.isFile, FileSystem.exists(directory.driftPath) else { return nil }
        if drift == nil {
            do {
                drift = try openFile(directory.driftPath, version: DriftSchema.version)
            } catch StoreError.damaged(_, DatabaseFile.noTables) {
                return nil
            }
        }
        return try drift?.driftBoard(at: at)
    }
}
