/// Something that happened to an alert: the log of its life.
public struct AlertEvent: Hashable, Sendable {
    public var time: Timestamp
    public var alert: AlertID
    public var rule: String
    public var subject: AlertSubject
    public var severity: AlertSeverity
    public var kind: Kind
    /// Who did it; nil when the collector found it by itself.
    public var principal: String?
    /// What a person wrote; for a delivery, to whom or what went wrong.
    public var text: String?
    /// What was found then.
    public var value: Double?

    /// What happened.
    public enum Kind: String, Sendable, CaseIterable {
        case pending, fired, escalated, eased, resolved, calmed
        case noData = "no_data"
        case acknowledged, unacknowledged, silenced, unsilenced, noted
        case flapping, steady
        case notified, reminded
        case undelivered
    }

    /// An event of the given parts.
    public init(
        time: Timestamp, of alert: Alert, _ kind: Kind, by principal: String? = nil, text: String? = nil
    ) {
        (self.time, self.alert, rule, subject, severity) = (time, alert.id, alert.rule, alert.subject, alert.severity)
        (self.kind, self.principal, self.text, value) = (kind, principal, text, alert.reading.value)
    }
}
