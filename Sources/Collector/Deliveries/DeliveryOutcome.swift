import Domain

/// What became of a notification at a receiver in the end, for the history of its alerts.
struct DeliveryOutcome: Sendable {
    var receiver: String
    var notification: AlertNotification
    var time: Timestamp
    /// Why it was given up; nil when it arrived.
    var trouble: String?

    /// An event for each alert that the notification lists.
    var events: [AlertEvent] {
        notification.alerts.map { alert in
            let arrived: AlertEvent.Kind = notification.kind == .reminder ? .reminded : .notified
            return AlertEvent(
                time: time, of: alert, trouble == nil ? arrived : .undelivered,
                text: trouble.map { "\(receiver): \($0)" } ?? receiver)
        }
    }
}
