import GRDB

/// The tables of a segment. A span's row never changes once it is written; what the rest of its trace adds stands in
/// `resolution`, what log records add in `supplement`. Times are nanoseconds since 1970 UTC, money is nano-dollars, names of things are
/// ids of `string`.
enum SegmentSchema {
    /// Stands in `user_version`; a file with a higher one is left alone.
    static let version = 6

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(sql: tables)
            try db.execute(sql: "PRAGMA user_version = 1")
        }
        migrator.registerMigration("2") { db in
            try db.execute(sql: metricTables)
            try db.execute(sql: "PRAGMA user_version = 2")
        }
        migrator.registerMigration("3") { db in
            try db.execute(sql: searchTables)
            try db.execute(sql: "PRAGMA user_version = 3")
        }
        migrator.registerMigration("4") { db in
            try db.execute(sql: supplementTables)
            try db.execute(sql: "PRAGMA user_version = 4")
        }
        migrator.registerMigration("5") { db in
            try db.execute(sql: peakColumn)
            try db.execute(sql: "PRAGMA user_version = 5")
        }
        migrator.registerMigration("6") { db in
            try db.execute(sql: callTable)
            try db.execute(sql: "PRAGMA user_version = 6")
        }
        return migrator
    }

    /// Since version 2.
    static let metricTables = """
        -- Series of metrics; labels are a JSON object. form: 0 level, 1 amount, 2 distribution.
        CREATE TABLE metric_series (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, unit TEXT NOT NULL, kind TEXT NOT NULL, form INTEGER NOT NULL,
            is_difference INTEGER NOT NULL, environment TEXT NOT NULL, service TEXT NOT NULL, labels TEXT NOT NULL
        );
        -- What was said of a series within a minute, as it was said; the key is minute * 4096 + series.
        CREATE TABLE metric_minute (key INTEGER PRIMARY KEY, readings BLOB NOT NULL);
        """

    /// Since version 3: what lets a search leave rows out.
    static let searchTables = """
        -- Which texts stand in which columns of the block; NULL when nobody wrote it down.
        ALTER TABLE block ADD COLUMN texts BLOB;
        -- In which rows users and sessions stand: sorted runs of pairs (hash, row), cut into pieces, and pairs that no run holds yet.
        CREATE TABLE label_run (
            run INTEGER NOT NULL, first_hash INTEGER NOT NULL, pairs BLOB NOT NULL, PRIMARY KEY (run, first_hash)
        ) WITHOUT ROWID;
        CREATE TABLE label_delta (id INTEGER PRIMARY KEY, pairs BLOB NOT NULL);
        -- Pairs are complete from this row on.
        INSERT INTO state SELECT 'labels_from', coalesce(max(id), 0) + 1 FROM span;
        """

    /// Since version 5: what the LLM calls with each text of `texts` do not exceed; NULL when nobody wrote it down.
    static let peakColumn = "ALTER TABLE block ADD COLUMN peaks BLOB"

    /// Since version 6.
    static let callTable = """
        -- The LLM calls of the block that ends with this row; blocks of older versions have none.
        CREATE TABLE block_calls (last_span INTEGER PRIMARY KEY, calls BLOB NOT NULL)
        """

    /// Since version 4. A later version that adds columns to `span` makes the view anew.
    static let supplementTables = """
        -- What the log record that counts says of a span's call and the span does not. What is not NULL stands for the column of `span`.
        CREATE TABLE supplement (
            span INTEGER PRIMARY KEY, lacks_usage INTEGER NOT NULL, time_ns INTEGER NOT NULL, identity INTEGER NOT NULL,
            flags INTEGER, provider INTEGER, request_model INTEGER, response_model INTEGER, finish_reasons INTEGER,
            input_tokens INTEGER, output_tokens INTEGER, cache_read_tokens INTEGER, cache_write_tokens INTEGER,
            reasoning_tokens INTEGER, cache_write_long_tokens INTEGER, audio_input_tokens INTEGER,
            audio_output_tokens INTEGER, computed_cost INTEGER, response_id TEXT
        );
        CREATE INDEX supplement_response ON supplement (response_id) WHERE response_id IS NOT NULL;
        -- What log records say of spans that nobody knows yet.
        CREATE TABLE pending_supplement (
            log INTEGER PRIMARY KEY, flags INTEGER NOT NULL, provider TEXT, request_model TEXT, response_model TEXT,
            finish_reasons TEXT, input_tokens INTEGER, output_tokens INTEGER, cache_read_tokens INTEGER,
            cache_write_tokens INTEGER, reasoning_tokens INTEGER, cache_write_long_tokens INTEGER,
            audio_input_tokens INTEGER, audio_output_tokens INTEGER, response_id TEXT
        );
        -- Spans with what log records add to them.
        CREATE VIEW whole_span AS SELECT \(SpanRow.wholeColumns) FROM span s LEFT JOIN supplement u ON u.span = s.id;
        """

    static let tables = """
        CREATE TABLE string (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
        CREATE TABLE label (id INTEGER PRIMARY KEY, text TEXT NOT NULL); -- users and sessions
        CREATE TABLE span (
            id INTEGER PRIMARY KEY,
            trace_id BLOB NOT NULL, span_id BLOB NOT NULL, parent_span_id BLOB,
            start_ns INTEGER NOT NULL, end_ns INTEGER NOT NULL, duration_ns INTEGER,
            kind INTEGER NOT NULL, flags INTEGER NOT NULL, is_error INTEGER NOT NULL,
            name INTEGER, service INTEGER, environment INTEGER, dialect INTEGER, operation INTEGER,
            provider INTEGER, request_model INTEGER, response_model INTEGER,
            release INTEGER, prompt_name INTEGER, prompt_version INTEGER, session INTEGER, user INTEGER,
            finish_reasons INTEGER, error_type INTEGER, tool INTEGER, agent INTEGER, service_tier INTEGER,
            input_tokens INTEGER, output_tokens INTEGER, cache_read_tokens INTEGER, cache_write_tokens INTEGER,
            reasoning_tokens INTEGER, cache_write_long_tokens INTEGER, audio_input_tokens INTEGER,
            audio_output_tokens INTEGER,
            computed_cost INTEGER, reported_cost INTEGER, ttft_ns INTEGER, response_id TEXT,
            content INTEGER NOT NULL, content_offset INTEGER NOT NULL, content_length INTEGER NOT NULL,
            resource INTEGER NOT NULL, scope INTEGER NOT NULL
        );
        -- Of spans whose trace says more than they do themselves: whose they are, and whether they are innermost.
        CREATE TABLE resolution (
            span INTEGER PRIMARY KEY, is_innermost INTEGER NOT NULL,
            release INTEGER, prompt_name INTEGER, prompt_version INTEGER, session INTEGER, user INTEGER
        );
        CREATE TABLE log (
            id INTEGER PRIMARY KEY, trace_id BLOB, span_id BLOB, time_ns INTEGER NOT NULL, identity INTEGER NOT NULL,
            content INTEGER NOT NULL, content_offset INTEGER NOT NULL, content_length INTEGER NOT NULL,
            resource INTEGER NOT NULL, scope INTEGER NOT NULL
        );
        CREATE TABLE score (
            id INTEGER PRIMARY KEY, identity INTEGER NOT NULL, name INTEGER NOT NULL, value REAL, label TEXT,
            explanation TEXT, source TEXT, error_type TEXT, trace_id BLOB, span_id BLOB, response_id TEXT,
            time_ns INTEGER NOT NULL, service INTEGER NOT NULL, environment INTEGER NOT NULL,
            judged_span INTEGER -- of this segment; NULL while nobody knows the call
        );
        CREATE UNIQUE INDEX score_identity ON score (identity);
        CREATE INDEX score_judged ON score (judged_span) WHERE judged_span IS NOT NULL;
        CREATE INDEX score_pending ON score (id) WHERE judged_span IS NULL;
        -- Encoded spans and logs of about one request, compressed together (zstd).
        CREATE TABLE content (id INTEGER PRIMARY KEY, length INTEGER NOT NULL, bytes BLOB NOT NULL);
        CREATE TABLE resource (id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, bytes BLOB NOT NULL);
        CREATE TABLE scope (id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, bytes BLOB NOT NULL);
        CREATE INDEX resource_hash ON resource (hash);
        CREATE INDEX scope_hash ON scope (hash);
        -- Rows in which a trace or response id stands: runs of pairs (hash, row), sorted by hash, cut into pieces.
        CREATE TABLE lookup (
            kind INTEGER NOT NULL, run INTEGER NOT NULL, first_hash INTEGER NOT NULL, last_row INTEGER NOT NULL,
            pairs BLOB NOT NULL, PRIMARY KEY (kind, run, first_hash)
        ) WITHOUT ROWID;
        CREATE TABLE lookup_filter (kind INTEGER PRIMARY KEY, bits BLOB NOT NULL);
        -- What stands in each block of rows, so that a search can leave whole blocks out.
        CREATE TABLE block (
            last_span INTEGER PRIMARY KEY, first_span INTEGER NOT NULL, first_end INTEGER NOT NULL, last_end INTEGER NOT NULL,
            longest INTEGER NOT NULL, costliest INTEGER NOT NULL, longest_failure INTEGER NOT NULL, inferences INTEGER NOT NULL
        );
        CREATE TABLE series (
            id INTEGER PRIMARY KEY, environment INTEGER, service INTEGER, operation INTEGER, model INTEGER,
            prompt_name INTEGER, prompt_version INTEGER, release INTEGER, is_total INTEGER NOT NULL
        );
        -- What commits added to the rollups and no fold has merged yet.
        CREATE TABLE delta (id INTEGER PRIMARY KEY, contributions BLOB NOT NULL);
        -- Rollups; the key is (time / length of the step) * 4096 + series.
        CREATE TABLE minute (key INTEGER PRIMARY KEY, sums BLOB NOT NULL);
        CREATE TABLE ten_minutes (key INTEGER PRIMARY KEY, sums BLOB NOT NULL);
        CREATE TABLE hour (key INTEGER PRIMARY KEY, sums BLOB NOT NULL);
        -- The top thousand users, sessions and errors of each hour, and the others together.
        CREATE TABLE key_hour (hour INTEGER NOT NULL, dimension INTEGER NOT NULL, sums BLOB NOT NULL,
            PRIMARY KEY (hour, dimension)) WITHOUT ROWID;
        CREATE TABLE first_seen (
            kind TEXT NOT NULL, service TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL, time_ns INTEGER NOT NULL,
            PRIMARY KEY (kind, service, subject, detail)
        ) WITHOUT ROWID;
        CREATE TABLE state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        """
}
