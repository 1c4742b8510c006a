import Domain

extension DatabaseFile {
    /// How things stood at `at`; nil when nobody ever looked at a rule.
    func alertBoard(at: Timestamp) throws -> AlertBoard? {
        guard let findings = try alertState(.findings).flatMap(AlertFindings.init) else { return nil }
        let common = try alertState(.common)
        let isPast = at.advanced(by: Self.present) < findings.time
        let dayBefore = min(at, findings.time).advanced(by: .days(-1))
        var board = AlertBoard()
        board.alerts = try isPast ? alerts(asOf: at) : currentAlerts()
        board.alerts.removeAll { if case .resolved(_, let end) = $0.state { end < dayBefore } else { false } }
        board.alerts.sort(by: Alert.comesFirst)
        let silences =
            try isPast && hasSilences
            ? self.silences(TimeRange(from: dayBefore, to: at))
            : (common?["silences"]?.array ?? []).compactMap { Silence($0) }
        board.silences = silences.filter { $0.until > dayBefore && $0.from <= at }
        if isPast {
            board.rules = findings.rules.map { RuleStatus(rule: $0.rule) }
        } else {
            (board.rules, board.budgets, board.receivers) = (findings.rules, findings.budgets, findings.receivers)
            board.evaluated = findings.time
        }
        return board
    }

    /// What happened within `range`, newest first, at most `limit`; to one alert, or to all.
    func alertEvents(of alert: AlertID?, _ range: TimeRange, limit: Int64) throws -> [AlertEvent] {
        let (from, to) = (range.from.nanoseconds, range.to.nanoseconds)
        guard let alert else {
            return try values(
                "SELECT event FROM alert_event WHERE time_ns >= ? AND time_ns < ? ORDER BY time_ns DESC, id DESC LIMIT ?",
                from, to, limit
            ) { AlertEvent($0) }
        }
        return try values(
            """
            SELECT event FROM alert_event WHERE alert_id = ? AND time_ns >= ? AND time_ns < ?
            ORDER BY time_ns DESC, id DESC LIMIT ?
            """, Int64(alert.number), from, to, limit
        ) { AlertEvent($0) }
    }

    /// Silences that were in force within `range`, oldest first.
    func silences(_ range: TimeRange) throws -> [Silence] {
        guard hasSilences else { return [] }
        return try values(
            "SELECT silence FROM silence WHERE until_ns > ? AND from_ns <= ? ORDER BY from_ns, id",
            range.from.nanoseconds, range.to.nanoseconds
        ) { Silence($0) }
    }

    /// Whether silences of the past are kept: not in files of earlier versions.
    private var hasSilences: Bool {
        ((try? number("PRAGMA user_version")) ?? nil) ?? 0 >= ControlSchema.firstWithSilences
    }

    /// What is kept under a name; nil when nothing is.
    func alertState(_ name: AlertSchema.State) throws -> JSON? {
        let search = try statement("SELECT value FROM alert_state WHERE name = ?")
        search.bind(name.rawValue, at: 1)
        defer { search.reset() }
        guard try search.step() else { return nil }
        return search.text(0).flatMap { try? JSON(parsing: $0) }
    }

    private func currentAlerts() throws -> [Alert] {
        try values("SELECT record FROM alert") { $0["alert"].flatMap(Alert.init) }
    }

    /// The alerts as the last event up to `time` left them.
    private func alerts(asOf time: Timestamp) throws -> [Alert] {
        try values(
            """
            SELECT alert FROM alert_event WHERE id IN (
                SELECT max(id) FROM alert_event WHERE time_ns <= ? AND time_ns > ? AND alert IS NOT NULL GROUP BY alert_id)
            """, time.nanoseconds, time.advanced(by: -Self.longestAlert).nanoseconds
        ) { Alert($0) }
    }

    /// What the JSON of the first column says, row by row. What cannot be understood, such as events of a newer version, is left out.
    func values<Value>(_ sql: String, _ numbers: Int64..., reading read: (JSON) -> Value?) throws -> [Value] {
        let search = try statement(sql)
        for (index, number) in numbers.enumerated() { search.bind(number, at: Int32(index + 1)) }
        defer { search.reset() }
        var values: [Value] = []
        while try search.step() {
            if let json = search.text(0).flatMap({ try? JSON(parsing: $0) }), let value = read(json) {
                values.append(value)
            }
        }
        return values
    }

    /// Rules are looked at every ten seconds: a moment so little before the last look is the present.
    private static let present = Nanoseconds.seconds(60)
    /// Alerts without any event for so long are not looked for in the past.
    private static let longestAlert = Nanoseconds.days(35)
}
