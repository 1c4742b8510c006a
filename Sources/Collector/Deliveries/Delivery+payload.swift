import Domain
import Storage
import Wording

extension Delivery {
    /// The notification as webhooks and commands get it. Members are added in the course of time, none is taken away or changes its
    /// meaning without a new `version`.
    var payload: JSON {
        let alerts = notification.alerts.map { alert in
            JSON.object(
                (alert.json.members ?? []) + [
                    .init("sentence", .string(AlertSentence.text(alert, at: notification.time)))
                ])
        }
        return [
            "version": 1, "delivery": .string(key.text), "receiver": .string(receiver),
            "kind": .string(notification.kind.rawValue), "time": .string(notification.time.rfc3339()),
            "group": .string(notification.group), "severity": .string(notification.severity.rawValue),
            "headline": .string(notification.headline), "count": .integer(Int64(notification.count)),
            "alerts": .array(alerts), "rollout": notification.rollout?.json ?? .null,
        ]
    }
}
