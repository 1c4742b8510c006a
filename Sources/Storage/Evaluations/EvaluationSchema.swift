import GRDB

/// The tables of `evaluations.db`. It is a file of its own: answers are long, and no decision in `control.db` is to wait for one.
/// Times are nanoseconds since 1970 UTC.
enum EvaluationSchema {
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
        CREATE TABLE run (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            principal TEXT NOT NULL, key TEXT NOT NULL, -- of the command: sent again, it is the same run
            created_ns INTEGER NOT NULL, prompt TEXT NOT NULL, prompt_version INTEGER,
            golden TEXT NOT NULL, golden_digest BLOB NOT NULL, items INTEGER NOT NULL,
            model TEXT, endpoint TEXT, concurrency INTEGER NOT NULL,
            limit_nanodollars INTEGER,
            state TEXT NOT NULL, -- running, finished, stopped
            reason TEXT, -- why it stopped
            updated_ns INTEGER, UNIQUE (principal, key)
        );
        CREATE TABLE item (
            run INTEGER NOT NULL REFERENCES run (id), position INTEGER NOT NULL,
            item TEXT NOT NULL, -- the line of the golden set
            request TEXT, -- what the endpoint is sent; NULL when answers were given
            digest BLOB, -- of endpoint and request: what has the same need not be asked again
            state INTEGER NOT NULL, -- 0 waiting, 1 answered, 2 failed
            answer TEXT, -- JSON
            reason TEXT, -- why there is no answer
            scores TEXT, -- JSON
            cost_nanodollars INTEGER, -- NULL when nobody knows the price; 0 of what was not asked again
            PRIMARY KEY (run, position)
        ) WITHOUT ROWID;
        CREATE INDEX item_digest ON item (digest) WHERE state = 1;
        CREATE INDEX run_prompt ON run (prompt);
        """
}
