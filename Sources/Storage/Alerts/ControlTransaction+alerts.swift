import Domain

extension ControlTransaction {
    /// Alerts as they were kept last; of nothing when there never were any.
    public func alertRecords() throws -> AlertRecords {
        AlertRecords(
            common: try file.alertState(.common) ?? .object([]),
            alerts: try file.values("SELECT record FROM alert ORDER BY id") { $0 })
    }

    /// Keeps what alerts have in common. Its member `silences` is a list of them; the rest is for whoever keeps it.
    public func keep(commonOfAlerts common: JSON) throws { try keep(common, as: .common) }

    /// Keeps an alert. The member `alert` of the record is the alert itself; the rest is for whoever keeps it.
    public func keep(record: JSON, of alert: AlertID) throws {
        let upsert = try file.statement(
            "INSERT INTO alert VALUES (?, ?) ON CONFLICT DO UPDATE SET record = excluded.record")
        upsert.bind(Int64(alert.number), at: 1)
        upsert.bind(record.text, at: 2)
        try upsert.run()
    }

    /// Keeps an alert no longer. Its history stays.
    public func forget(_ alert: AlertID) throws {
        let deletion = try file.statement("DELETE FROM alert WHERE id = ?")
        deletion.bind(Int64(alert.number), at: 1)
        try deletion.run()
    }

    /// Keeps a silence for as long as the history of alerts, as it is now.
    public func keep(_ silence: Silence) throws {
        let upsert = try file.statement(
            """
            INSERT INTO silence VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET until_ns = excluded.until_ns, silence = excluded.silence
            """)
        upsert.bind(silence.id.rawValue, at: 1)
        upsert.bind(silence.from.nanoseconds, at: 2)
        upsert.bind(silence.until.nanoseconds, at: 3)
        upsert.bind(silence.json.text, at: 4)
        try upsert.run()
        let deletion = try file.statement("DELETE FROM silence WHERE until_ns < ?")
        deletion.bind(time.advanced(by: -Self.historyLength).nanoseconds, at: 1)
        try deletion.run()
    }

    /// Keeps what a look at the rules found.
    public func keep(_ findings: AlertFindings) throws { try keep(findings.json, as: .findings) }

    /// Adds to the history of alerts.
    ///
    /// - Parameter alerts: those that the events are about, as they are afterwards.
    public func add(_ events: some Collection<AlertEvent>, of alerts: [AlertID: Alert]) throws {
        guard !events.isEmpty else { return }
        let insertion = try file.statement(
            "INSERT INTO alert_event (time_ns, alert_id, event, alert) VALUES (?, ?, ?, ?)")
        for event in events {
            insertion.bind(event.time.nanoseconds, at: 1)
            insertion.bind(Int64(event.alert.number), at: 2)
            insertion.bind(event.json.text, at: 3)
            insertion.bind(alerts[event.alert]?.json.text, at: 4)
            try insertion.run()
        }
        let deletion = try file.statement("DELETE FROM alert_event WHERE time_ns < ?")
        deletion.bind(time.advanced(by: -Self.historyLength).nanoseconds, at: 1)
        try deletion.run()
    }

    private func keep(_ value: JSON, as name: AlertSchema.State) throws {
        let upsert = try file.statement(
            "INSERT INTO alert_state VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value")
        upsert.bind(name.rawValue, at: 1)
        upsert.bind(value.text, at: 2)
        try upsert.run()
    }

    /// For how long the history of alerts is kept.
    private static let historyLength = Nanoseconds.days(400)
}
