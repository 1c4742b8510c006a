import GRDB

/// The tables of `control.db`. Times are nanoseconds since 1970 UTC.
enum ControlSchema {
    /// Stands in `user_version`; a file with a higher one is left alone.
    static let version = 8
    /// The first version that has the table `feedback`.
    static let firstWithFeedback = 2
    /// The first version that has the table `mark`.
    static let firstWithMarks = 3
    /// The first version that has the tables of alerts.
    static let firstWithAlerts = 4
    /// The first version that has the tables of rollouts.
    static let firstWithRollouts = 8
    /// The first version that has the table `silence`.
    static let firstWithSilences = 7

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(
                sql: """
                    CREATE TABLE sequence (name TEXT PRIMARY KEY, following INTEGER NOT NULL) WITHOUT ROWID;
                    PRAGMA user_version = 1;
                    """)
        }
        migrator.registerMigration("2") { db in
            try db.execute(sql: feedback)
            try db.execute(sql: "PRAGMA user_version = 2")
        }
        migrator.registerMigration("3") { db in
            try db.execute(sql: marks)
            try db.execute(sql: "PRAGMA user_version = 3")
        }
        migrator.registerMigration("4") { db in
            try db.execute(sql: AlertSchema.tables)
            try db.execute(sql: "PRAGMA user_version = 4")
        }
        migrator.registerMigration("5") { db in
            try db.execute(sql: DeliverySchema.tables)
            try db.execute(sql: "PRAGMA user_version = 5")
        }
        migrator.registerMigration("6") { db in
            try db.execute(sql: ExposureSchema.tables)
            try db.execute(sql: "PRAGMA user_version = 6")
        }
        migrator.registerMigration("7") { db in
            try db.execute(sql: AlertSchema.silences)
            try db.execute(sql: "PRAGMA user_version = 7")
        }
        migrator.registerMigration("8") { db in
            try db.execute(sql: RolloutSchema.tables)
            try db.execute(sql: "PRAGMA user_version = 8")
        }
        return migrator
    }

    /// What people said of calls. An exported incident has it too.
    static let feedbackTable = """
        CREATE TABLE feedback (
            id INTEGER PRIMARY KEY AUTOINCREMENT, trace_id BLOB NOT NULL, span_id BLOB NOT NULL, principal TEXT NOT NULL,
            rating INTEGER, correction TEXT, note TEXT, time_ns INTEGER NOT NULL,
            call_end_ns INTEGER NOT NULL, -- says in which segment the call stands
            UNIQUE (trace_id, span_id, principal)
        );
        """

    private static let feedback =
        feedbackTable + """

            -- Judgements that are durable here and do not yet stand beside their calls in the segments.
            CREATE TABLE unfiled (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                identity INTEGER, -- of the judgement that this one replaces; NULL for one that replaces none
                score TEXT, -- JSON; NULL takes the former one back
                call_end_ns INTEGER NOT NULL
            );
            CREATE TABLE idempotency (
                principal TEXT NOT NULL, key TEXT NOT NULL, fingerprint INTEGER NOT NULL, answer TEXT NOT NULL,
                time_ns INTEGER NOT NULL, PRIMARY KEY (principal, key)
            ) WITHOUT ROWID;
            CREATE INDEX idempotency_time ON idempotency (time_ns);
            -- Who changed what, and when; before and after are JSON.
            CREATE TABLE change (
                id INTEGER PRIMARY KEY, time_ns INTEGER NOT NULL, action TEXT NOT NULL, object TEXT NOT NULL,
                principal TEXT NOT NULL, kind TEXT NOT NULL, uid INTEGER, pid INTEGER, tty TEXT, before TEXT, after TEXT
            );
            CREATE TRIGGER change_stays BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'history does not change'); END;
            CREATE TRIGGER change_remains BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'history does not change'); END;
            """

    /// What people, deploy scripts and the collector itself said that they changed. An exported incident has it too.
    static let markTable = """
        CREATE TABLE mark (
            id INTEGER PRIMARY KEY AUTOINCREMENT, time_ns INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
            service TEXT, environment TEXT, principal TEXT NOT NULL,
            said_ns INTEGER NOT NULL -- when it was said, which may be later
        );
        CREATE INDEX mark_time ON mark (time_ns);
        """

    private static let marks =
        markTable + """

            CREATE TRIGGER mark_stays BEFORE UPDATE ON mark BEGIN SELECT RAISE(ABORT, 'history does not change'); END;
            CREATE TRIGGER mark_remains BEFORE DELETE ON mark BEGIN SELECT RAISE(ABORT, 'history does not change'); END;
            -- What the collector works by, as it was when it last looked: a digest that differs is a change.
            CREATE TABLE configured (kind TEXT PRIMARY KEY, digest TEXT NOT NULL) WITHOUT ROWID;
            """
}
