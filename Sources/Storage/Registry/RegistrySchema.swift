/// The tables of prompts and releases in `control.db`. Values are JSON as the command line prints them; what is searched for has columns.
/// Nothing in them ever changes: what is meant by a label, and what an app serves, is the last row of it.
enum RegistrySchema {
    private static let kept = ["prompt_version", "prompt_label", "prompt_review", "release", "release_activation"]

    static let tables =
        """
        CREATE TABLE prompt_version (
            name TEXT NOT NULL, number INTEGER NOT NULL, created_ns INTEGER NOT NULL, summary TEXT NOT NULL, prompt TEXT NOT NULL,
            PRIMARY KEY (name, number)
        );
        CREATE TABLE prompt_label (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, time_ns INTEGER NOT NULL, move TEXT NOT NULL
        );
        CREATE INDEX prompt_label_name ON prompt_label (name, id);
        CREATE TABLE prompt_review (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, time_ns INTEGER NOT NULL, review TEXT NOT NULL
        );
        CREATE INDEX prompt_review_name ON prompt_review (name, id);
        CREATE TABLE release (
            app TEXT NOT NULL, number INTEGER NOT NULL, digest BLOB NOT NULL UNIQUE, created_ns INTEGER NOT NULL,
            value TEXT NOT NULL, PRIMARY KEY (app, number)
        );
        CREATE TABLE release_activation (
            id INTEGER PRIMARY KEY, app TEXT NOT NULL, time_ns INTEGER NOT NULL, value TEXT NOT NULL
        );
        CREATE INDEX release_activation_app ON release_activation (app, id);
        """
        + kept.map { table in
            """

            CREATE TRIGGER \(table)_stays BEFORE UPDATE ON \(table) BEGIN SELECT RAISE(ABORT, 'history does not change'); END;
            CREATE TRIGGER \(table)_remains BEFORE DELETE ON \(table) BEGIN SELECT RAISE(ABORT, 'history does not change'); END;
            """
        }.joined()
}
