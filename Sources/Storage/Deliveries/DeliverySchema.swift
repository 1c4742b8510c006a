/// The tables of deliveries in `control.db`.
enum DeliverySchema {
    static let tables = """
        -- Notifications on their way to receivers, and what became of them within the last day.
        CREATE TABLE delivery (
            id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL, receiver TEXT NOT NULL,
            notification TEXT, -- JSON; NULL once it is finished
            queued_ns INTEGER NOT NULL, due_ns INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
            state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'lost')),
            finished_ns INTEGER, error TEXT
        );
        CREATE INDEX delivery_waiting ON delivery (receiver, id) WHERE state = 'waiting';
        CREATE INDEX delivery_finished ON delivery (finished_ns) WHERE finished_ns IS NOT NULL;
        -- How deliveries to each receiver went.
        CREATE TABLE receiver (
            name TEXT PRIMARY KEY, delivered INTEGER NOT NULL DEFAULT 0, lost INTEGER NOT NULL DEFAULT 0,
            success_ns INTEGER, failure_ns INTEGER, trouble TEXT
        ) WITHOUT ROWID;
        -- Alerts that a receiver takes for firing because it was told so, for those that have to hear it again and again.
        CREATE TABLE told (
            receiver TEXT NOT NULL, alert_id INTEGER NOT NULL, alert TEXT NOT NULL, PRIMARY KEY (receiver, alert_id)
        ) WITHOUT ROWID;
        """
}
