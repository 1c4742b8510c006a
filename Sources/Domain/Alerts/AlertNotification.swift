/// What a receiver is to be told: alerts that belong together, so that one cause wakes one person once.
public struct AlertNotification: Hashable, Sendable {
    public var kind: Kind
    public var time: Timestamp
    /// The same for all notifications of one group of alerts, from firing to resolved.
    public var group: String
    /// The highest of its alerts.
    public var severity: AlertSeverity
    /// The alerts, worst first; at most `most`.
    public var alerts: [Alert]
    /// How many there are in all.
    public var count: Int
    /// Names of the receivers; empty for all.
    public var receivers: [String]
    /// What happened to a rollout; nil when it is about alerts.
    public var rollout: RolloutNews?

    /// Why it is said.
    public enum Kind: String, Sendable {
        case firing, resolved, reminder
        /// Nothing happened: somebody wants to know whether the receiver can be told.
        case test
        /// Something happened to a rollout.
        case rollout
    }

    /// Alerts that one notification lists.
    public static let most = 20

    /// A notification of the given parts.
    public init(
        _ kind: Kind, time: Timestamp, group: String, severity: AlertSeverity, alerts: [Alert], count: Int,
        receivers: [String]
    ) {
        (self.kind, self.time, self.group, self.severity) = (kind, time, group, severity)
        (self.alerts, self.count, self.receivers) = (alerts, count, receivers)
    }

    /// A notification by which somebody finds out whether `receiver` can be told.
    public static func test(of receiver: String, at time: Timestamp) -> AlertNotification {
        AlertNotification(
            .test, time: time, group: "test", severity: .warn, alerts: [], count: 0, receivers: [receiver])
    }
}
