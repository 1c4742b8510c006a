import Domain

extension DatabaseFile {
    /// Rollouts as they stood at `at`, newest first.
    func rollouts(at: Timestamp, limit: Int) throws -> [Rollout] {
        let search = try statement("SELECT id FROM rollout WHERE started_ns <= ? ORDER BY id DESC LIMIT ?")
        search.bind(at.nanoseconds, at: 1)
        search.bind(Int64(max(0, limit)), at: 2)
        var ids: [RolloutID] = []
        while try search.step() { ids.append(RolloutID(rawValue: search.integer(0))) }
        search.reset()
        return try ids.compactMap { Rollout($0, try rolloutEvents($0, at: at)) }
    }

    /// Everything about a rollout as it stood at `at`.
    func rolloutDetail(_ id: RolloutID, at: Timestamp) throws -> RolloutDetail? {
        let events = try rolloutEvents(id, at: at)
        guard let rollout = Rollout(id, events) else { return nil }
        let course = try values(
            """
            SELECT points FROM (SELECT * FROM rollout_course WHERE rollout = ? AND time_ns <= ?
            ORDER BY time_ns DESC LIMIT ?) ORDER BY time_ns
            """, id.rawValue, at.nanoseconds, Self.mostPoints
        ) { $0.array?.compactMap(RolloutDetail.CoursePoint.init) }
        var standing = try values("SELECT standing FROM rollout WHERE id = ?", id.rawValue) {
            RolloutStanding($0)
        }.first
        if let now = standing, now.time > at {
            standing = events.last { $0.seen != nil }?.seen.flatMap(RolloutStanding.init)
        }
        return RolloutDetail(rollout: rollout, standing: standing, events: events, course: course.flatMap(\.self))
    }

    /// What happened to a rollout up to `at`.
    func rolloutEvents(_ id: RolloutID, at: Timestamp) throws -> [RolloutEvent] {
        try values(
            "SELECT event FROM rollout_event WHERE rollout = ? AND time_ns <= ? ORDER BY number", id.rawValue,
            at.nanoseconds
        ) { RolloutEvent($0) }
    }

    /// A rollout with the evidence that was kept; nil when there is none of this number.
    func rolloutRecord(_ id: RolloutID) throws -> RolloutRecord? {
        guard let rollout = Rollout(id, try rolloutEvents(id, at: Timestamp(nanoseconds: .max))) else { return nil }
        let search = try statement("SELECT evidence FROM rollout WHERE id = ?")
        search.bind(id.rawValue, at: 1)
        defer { search.reset() }
        let bytes = try search.step() ? search.bytes(0) : []
        return RolloutRecord(rollout: rollout, evidence: bytes.isEmpty ? nil : bytes)
    }

    /// The first rollout that a question about an app finds.
    func rolloutID(_ sql: String, _ app: String) throws -> RolloutID? {
        let search = try statement(sql)
        search.bind(app, at: 1)
        defer { search.reset() }
        return try search.step() ? RolloutID(rawValue: search.integer(0)) : nil
    }

    /// Points of the course that are read: six hours at one a minute and more gates than fit a screen.
    private static let mostPoints: Int64 = 1_000
}
