import Domain

extension ControlTransaction {
    /// Gives out the number of a new rollout.
    ///
    /// - Returns: the number, and which attempt to bring this release to this app it is.
    /// - Throws: `ControlRefusal` when another rollout of the app is under way.
    public func addRollout(_ plan: RolloutPlan) throws -> (id: RolloutID, attempt: Int) {
        if let other = try file.rolloutID("SELECT id FROM rollout WHERE app = ? AND ended_ns IS NULL", plan.app) {
            throw ControlRefusal(
                .moved,
                "starting a rollout of \(plan.app): rollout \(other) is under way; abort it first, or wait for its end")
        }
        let count = try file.statement("SELECT count(*) FROM rollout WHERE app = ? AND canary = ?")
        count.bind(plan.app, at: 1)
        count.bind(plan.to, at: 2)
        let attempts = try count.step() ? count.integer(0) : 0
        count.reset()
        let insertion = try file.statement(
            "INSERT INTO rollout (app, canary, started_ns) VALUES (?, ?, ?) RETURNING id")
        insertion.bind(plan.app, at: 1)
        insertion.bind(plan.to, at: 2)
        insertion.bind(time.nanoseconds, at: 3)
        defer { insertion.reset() }
        guard try insertion.step() else { throw ControlRefusal(.failed, "the rollout got no number") }
        return (RolloutID(rawValue: insertion.integer(0)), Int(clamping: attempts) + 1)
    }

    /// Adds to the history of a rollout; `rollout` is what it is afterwards.
    public func add(_ events: [RolloutEvent], of rollout: Rollout) throws {
        let insertion = try file.statement("INSERT INTO rollout_event VALUES (?, ?, ?, ?)")
        for event in events {
            insertion.bind(rollout.id.rawValue, at: 1)
            insertion.bind(Int64(event.number), at: 2)
            insertion.bind(event.time.nanoseconds, at: 3)
            insertion.bind(event.json.text, at: 4)
            try insertion.run()
        }
        guard let ended = rollout.ended else { return }
        let update = try file.statement("UPDATE rollout SET ended_ns = ? WHERE id = ? AND ended_ns IS NULL")
        update.bind(ended.nanoseconds, at: 1)
        update.bind(rollout.id.rawValue, at: 2)
        try update.run()
    }

    /// Keeps the evidence of a rollout and how it stands.
    public func keep(evidence: [UInt8], _ standing: RolloutStanding) throws {
        let update = try file.statement("UPDATE rollout SET evidence = ?, standing = ? WHERE id = ?")
        update.bind(copying: evidence, at: 1)
        update.bind(standing.json.text, at: 2)
        update.bind(standing.rollout.rawValue, at: 3)
        try update.run()
        guard let digest = standing.basis.digest else { return }
        let insertion = try file.statement("INSERT OR IGNORE INTO rollout_basis VALUES (?, ?, ?)")
        insertion.bind(standing.rollout.rawValue, at: 1)
        insertion.bind(digest.description, at: 2)
        insertion.bind(standing.basis.json.text, at: 3)
        try insertion.run()
    }

    /// Keeps where the intervals of gates are.
    public func addCourse(_ standing: RolloutStanding) throws {
        let points = standing.gates.map { RolloutDetail.CoursePoint(time: standing.time, $0).json }
        let insertion = try file.statement("INSERT OR IGNORE INTO rollout_course VALUES (?, ?, ?)")
        insertion.bind(standing.rollout.rawValue, at: 1)
        insertion.bind(standing.time.nanoseconds, at: 2)
        insertion.bind(JSON.array(points).text, at: 3)
        try insertion.run()
    }

    /// Writes down units that evidence takes, with what was measured within them.
    public func take(_ units: [(exposed: ExposedUnit, unit: RolloutUnit)], of rollout: RolloutID, epoch: Int) throws {
        let insertion = try file.statement("INSERT INTO rollout_unit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for (exposed, unit) in units {
            insertion.bind(rollout.rawValue, at: 1)
            insertion.bind(Int64(epoch), at: 2)
            insertion.bind(unit.number, at: 3)
            insertion.bind(exposed.number, at: 4)
            insertion.bind(Int64(unit.step), at: 5)
            insertion.bind(Int64(unit.isCanary ? 1 : 0), at: 6)
            insertion.bind(unit.probability, at: 7)
            insertion.bind(unit.wasSeenWithCanary.map { Int64($0 ? 1 : 0) }, at: 8)
            insertion.bind(JSON.array(unit.values.map { .array($0.map { JSON($0) }) }).text, at: 9)
            try insertion.run()
        }
    }

    /// A rollout as it is now.
    ///
    /// - Throws: `ControlRefusal` when there is none of this number.
    public func rollout(_ id: RolloutID) throws -> RolloutRecord {
        guard let record = try file.rolloutRecord(id) else {
            throw ControlRefusal(.notFound, "there is no rollout \(id); headframe rollout list says which there are")
        }
        return record
    }

    /// What people could decide on under this digest; nil when it never was.
    public func rolloutBasis(_ digest: ContentDigest, of id: RolloutID) throws -> DecisionBasis? {
        let search = try file.statement("SELECT basis FROM rollout_basis WHERE rollout = ? AND digest = ?")
        search.bind(id.rawValue, at: 1)
        search.bind(digest.description, at: 2)
        defer { search.reset() }
        guard try search.step() else { return nil }
        return search.text(0).flatMap { try? JSON(parsing: $0) }.flatMap(DecisionBasis.init)
    }
}
