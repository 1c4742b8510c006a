/// The table of exposures in `control.db`.
enum ExposureSchema {
    static let tables = """
        -- Which units of a rollout were given which release: each once a step and epoch, in the order in which it was decided.
        CREATE TABLE exposure (
            number INTEGER PRIMARY KEY AUTOINCREMENT, rollout INTEGER NOT NULL, epoch INTEGER NOT NULL, step INTEGER NOT NULL,
            unit INTEGER NOT NULL, is_canary INTEGER NOT NULL, weight REAL NOT NULL, time_ns INTEGER NOT NULL,
            UNIQUE (rollout, epoch, step, unit)
        );
        """
}
