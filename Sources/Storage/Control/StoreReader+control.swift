import Domain

extension StoreReader {
    /// A number that changes when something was decided or said; 0 when nobody can tell.
    func controlVersion() -> Int64 {
        (try? controlFile(since: ControlSchema.firstWithFeedback)?.number("PRAGMA data_version")) ?? 0
    }

    /// `control.db`; nil when there is none yet, or it is older than `version`.
    func controlFile(since version: Int) throws -> DatabaseFile? {
        if control == nil {
            guard FileSystem.exists(directory.controlPath) else { return nil }
            do {
                control = try openFile(directory.controlPath, version: ControlSchema.version)
            } catch StoreError.damaged(_, DatabaseFile.noTables) {
                return nil
            }
        }
        guard let control, try control.number("PRAGMA user_version") ?? 0 >= version else { return nil }
        return control
    }

    /// The segment or exported incident that is read alone, when it has the table `name`.
    func aloneFile(with name: String) throws -> DatabaseFile? {
        guard let file = try segment(.alone)?.file else { return nil }
        return try file.number("SELECT 1 FROM sqlite_master WHERE name = '\(name)'") == nil ? nil : file
    }
}
