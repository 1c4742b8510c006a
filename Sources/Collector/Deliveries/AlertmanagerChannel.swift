import Configuration
import Domain
import Storage
import Wording

/// Posts alerts to the API of a Prometheus Alertmanager, version 2. It takes an alert for over at `endsAt`, so what fires has to be said
/// again in time.
struct AlertmanagerChannel: RepeatingChannel {
    private let poster: Poster
    private let clock: any WallClock

    init(_ server: ReceiverSettings.Server, clock: any WallClock) { (poster, self.clock) = (Poster(server), clock) }

    func deliver(_ delivery: Delivery, timeout: Duration) throws(DeliveryFailure) {
        let notification = delivery.notification
        let now = clock.now()
        switch notification.kind {
        case .firing, .reminder: try post(notification.alerts.map { Self.alert($0, isFiring: true, at: now) }, timeout)
        case .resolved: try post(notification.alerts.map { Self.alert($0, isFiring: false, at: now) }, timeout)
        // Alertmanager knows of alerts only.
        case .rollout: return
        case .test: try post([Self.test(notification, at: now)], timeout)
        }
    }

    func `repeat`(firing: [Alert], ended: [Alert], at time: Timestamp) throws(DeliveryFailure) {
        try post(
            ended.map { Self.alert($0, isFiring: false, at: time) }
                + firing.map { Self.alert($0, isFiring: true, at: time) }, Self.timeout)
    }

    func check() throws(DeliveryFailure) { _ = try poster.address() }

    func close() { poster.close() }

    private func post(_ alerts: [JSON], _ timeout: Duration) throws(DeliveryFailure) {
        try poster.post(.array(alerts), path: "/api/v2/alerts", timeout: timeout) { _ in [] }
    }

    /// An alert by the labels that tell it from others.
    private static func alert(_ alert: Alert, isFiring: Bool, at time: Timestamp) -> JSON {
        var labels: [JSON.Member] = [
            .init("alertname", .string(alert.rule)), .init("severity", .string(alert.severity.rawValue)),
        ]
        for label in alert.subject.labels {
            if let value = label.value, !value.isEmpty {
                labels.append(.init(label.dimension.rawValue, .string(value)))
            }
        }
        let start = min(alert.since, time)
        let end =
            switch alert.state {
            case .resolved(_, let end) where !isFiring: min(max(end, start), time)
            default: isFiring ? time.advanced(by: belief) : time
            }
        return [
            "labels": .object(labels),
            "annotations": [
                "summary": .string(AlertSentence.text(alert, at: time)),
                "description": .string("headframe alert \(alert.id), since \(alert.since.rfc3339(.none))"),
            ],
            "startsAt": .string(start.rfc3339()), "endsAt": .string(end.rfc3339()),
        ]
    }

    private static func test(_ notification: AlertNotification, at time: Timestamp) -> JSON {
        [
            "labels": ["alertname": "headframe test", "severity": "warn"],
            "annotations": ["summary": .string(notification.headline)],
            "startsAt": .string(time.rfc3339()), "endsAt": .string(time.advanced(by: .minutes(1)).rfc3339()),
        ]
    }

    /// For how long an alert is believed to fire after it was said: five times as long as until it is said again.
    private static let belief = Nanoseconds.minutes(5)
    private static let timeout = Duration.seconds(10)
}
