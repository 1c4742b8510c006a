import Domain

extension StoreReader {
    /// Alerts, rules, silences and budgets as they stood at `at`; nil when the collector of the store never looked at a rule.
    ///
    /// What rules found and what budgets have used is known of the present only.
    public func alerts(at: Timestamp) throws -> AlertBoard? { try alertFile()?.alertBoard(at: at) }

    /// What happened to alerts within `range`, newest first, at most `limit`; of one alert, or of all.
    public func alertEvents(of alert: AlertID?, _ range: TimeRange, limit: Int) throws -> [AlertEvent] {
        try alertFile()?.alertEvents(of: alert, range, limit: Int64(max(0, limit))) ?? []
    }

    /// Silences that were in force within `range`, oldest first.
    public func silences(in range: TimeRange) throws -> [Silence] { try alertFile()?.silences(range) ?? [] }

    /// `control.db` with the tables of alerts; nil when there is none.
    private func alertFile() throws -> DatabaseFile? {
        directory.isFile ? nil : try controlFile(since: ControlSchema.firstWithAlerts)
    }
}
