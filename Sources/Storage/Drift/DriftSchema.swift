import GRDB

/// The tables of `drift.db`: what is measured to find drift. What people decide about it stands in `control.db`.
enum DriftSchema {
    /// Stands in `user_version`; a file with a higher one is left alone.
    static let version = 1

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(sql: tables)
            try db.execute(sql: "PRAGMA user_version = 1")
        }
        return migrator
    }

    private static let tables = """
        CREATE TABLE subject (
            id INTEGER PRIMARY KEY, environment TEXT NOT NULL, service TEXT NOT NULL, UNIQUE (environment, service)
        );
        -- Sums of the calls that ended from start_ns on, for minutes minutes (5, or 60 once the hour is over).
        CREATE TABLE bucket (
            subject INTEGER NOT NULL, start_ns INTEGER NOT NULL, minutes INTEGER NOT NULL, summary BLOB NOT NULL,
            PRIMARY KEY (subject, start_ns, minutes)
        ) WITHOUT ROWID;
        -- What comparing closed windows found; JSON as the command line prints it.
        CREATE TABLE reading (
            subject INTEGER NOT NULL, signal TEXT NOT NULL, to_ns INTEGER NOT NULL, reading TEXT NOT NULL,
            PRIMARY KEY (subject, signal, to_ns)
        ) WITHOUT ROWID;
        CREATE INDEX reading_time ON reading (to_ns);
        -- What is remembered from one look to the next, by name; JSON.
        CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        """
}
