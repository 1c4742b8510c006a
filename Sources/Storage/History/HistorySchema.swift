import GRDB

/// The tables of `history.db`: the hour rollups of days whose segments retention has removed.
enum HistorySchema {
    static let version = 1

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(
                sql: """
                    CREATE TABLE series (
                        id INTEGER PRIMARY KEY, environment TEXT NOT NULL, service TEXT NOT NULL, operation TEXT NOT NULL,
                        model TEXT NOT NULL, prompt_name TEXT NOT NULL, prompt_version TEXT NOT NULL, release TEXT NOT NULL,
                        is_total INTEGER NOT NULL,
                        UNIQUE (environment, service, operation, model, prompt_name, prompt_version, release, is_total)
                    );
                    CREATE TABLE score_name (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
                    CREATE TABLE hour (
                        day INTEGER NOT NULL, hour INTEGER NOT NULL, series INTEGER NOT NULL, sums BLOB NOT NULL,
                        PRIMARY KEY (day, hour, series)
                    ) WITHOUT ROWID;
                    PRAGMA user_version = 1;
                    """)
        }
        return migrator
    }
}
