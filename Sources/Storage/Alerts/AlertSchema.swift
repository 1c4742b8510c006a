/// The tables of alerts in `control.db`. Values are JSON as the command line prints them; what is searched for has columns.
enum AlertSchema {
    static let tables = """
        -- Everything that happened to alerts, with the alert as it was afterwards.
        CREATE TABLE alert_event (
            id INTEGER PRIMARY KEY, time_ns INTEGER NOT NULL, alert_id INTEGER NOT NULL, event TEXT NOT NULL, alert TEXT
        );
        CREATE INDEX alert_event_time ON alert_event (time_ns);
        CREATE INDEX alert_event_alert ON alert_event (alert_id, time_ns);
        CREATE TRIGGER alert_event_stays BEFORE UPDATE ON alert_event BEGIN SELECT RAISE(ABORT, 'history does not change'); END;
        -- Alerts as they are now, each with what is remembered of it.
        CREATE TABLE alert (id INTEGER PRIMARY KEY, record TEXT NOT NULL);
        -- What alerts have in common, silences among it, and what the rules found last.
        CREATE TABLE alert_state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        """

    static let silences = """
        -- Silences as they were made or ended last, for as long as the history of alerts is kept.
        CREATE TABLE silence (
            id INTEGER PRIMARY KEY, from_ns INTEGER NOT NULL, until_ns INTEGER NOT NULL, silence TEXT NOT NULL
        );
        CREATE INDEX silence_until ON silence (until_ns);
        """

    /// The names in `alert_state`.
    enum State: String { case common, findings }
}
