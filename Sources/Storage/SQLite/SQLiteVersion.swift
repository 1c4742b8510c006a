import GRDBSQLite

/// Whether the SQLite that is linked is free of the WAL-reset bug: versions 3.7.0 to 3.51.2 can corrupt a WAL database when two
/// connections write or checkpoint at the same moment (fixed in 3.51.3, and in 3.44.6 and 3.50.7). A store has one connection
/// that does either, and never meets it; a second tool that writes into the store would.
public enum SQLiteVersion {
    /// What an operator should know; nil when there is nothing.
    public static var warning: String? {
        isFixed(sqlite3_libversion_number())
            ? nil
            : "SQLite \(String(cString: sqlite3_libversion())) can corrupt a store that two programs write at once; "
                + "let nothing but the collector write it, or use SQLite 3.51.3"
    }

    static func isFixed(_ version: Int32) -> Bool {
        version >= 3_051_003 || (3_044_006...3_044_999).contains(version) || (3_050_007...3_050_999).contains(version)
    }
}
