import Domain

extension StoreReader {
    /// Alerts, rules, silences and budgets as they stood at `at`; nil when the collector of the store never looked at a rule.
    public func alerts(at: Timestamp) throws -> AlertBoard? { nil }

    /// What happened to alerts within `range`, newest first, at most `limit`; of one alert, or of all.
    public func alertEvents(of alert: AlertID?, _ range: TimeRange, limit: Int) throws -> [AlertEvent] { [] }
}
