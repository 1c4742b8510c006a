/// The tables of rollouts in `control.db`. Values are JSON as the command line prints them; what is searched for has columns.
enum RolloutSchema {
    static let tables = """
        -- Every rollout, with the evidence of its present epoch: of the same length however many units were seen.
        CREATE TABLE rollout (
            id INTEGER PRIMARY KEY AUTOINCREMENT, app TEXT NOT NULL, canary TEXT NOT NULL, started_ns INTEGER NOT NULL,
            ended_ns INTEGER, evidence BLOB, standing TEXT
        );
        CREATE INDEX rollout_app ON rollout (app, id);
        CREATE UNIQUE INDEX rollout_active ON rollout (app) WHERE ended_ns IS NULL;
        -- What happened to rollouts: the truth about them.
        CREATE TABLE rollout_event (
            rollout INTEGER NOT NULL, number INTEGER NOT NULL, time_ns INTEGER NOT NULL, event TEXT NOT NULL,
            PRIMARY KEY (rollout, number)
        ) WITHOUT ROWID;
        CREATE TRIGGER rollout_event_stays BEFORE UPDATE ON rollout_event
        BEGIN SELECT RAISE(ABORT, 'history does not change'); END;
        CREATE TRIGGER rollout_event_remains BEFORE DELETE ON rollout_event
        BEGIN SELECT RAISE(ABORT, 'history does not change'); END;
        -- What people could decide on, by its digest, so that it can be said what has changed since.
        CREATE TABLE rollout_basis (
            rollout INTEGER NOT NULL, digest TEXT NOT NULL, basis TEXT NOT NULL, PRIMARY KEY (rollout, digest)
        ) WITHOUT ROWID;
        -- Units whose time is over, with what was measured within them: what evidence is made of, in this order.
        CREATE TABLE rollout_unit (
            rollout INTEGER NOT NULL, epoch INTEGER NOT NULL, number INTEGER NOT NULL,
            exposure INTEGER NOT NULL, -- its number among exposures
            step INTEGER NOT NULL, is_canary INTEGER NOT NULL, probability REAL NOT NULL,
            seen INTEGER, -- whether its calls were the canary's
            measured TEXT NOT NULL, -- for each gate a list of values
            PRIMARY KEY (rollout, epoch, number)
        ) WITHOUT ROWID;
        -- How the intervals of gates narrowed.
        CREATE TABLE rollout_course (
            rollout INTEGER NOT NULL, time_ns INTEGER NOT NULL, points TEXT NOT NULL, PRIMARY KEY (rollout, time_ns)
        ) WITHOUT ROWID;
        """
}
