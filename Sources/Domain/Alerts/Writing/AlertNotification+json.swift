extension AlertNotification {
    /// As queues keep it and webhooks get it.
    public var json: JSON {
        [
            "kind": .string(kind.rawValue), "time": JSON(time), "group": .string(group),
            "severity": .string(severity.rawValue), "alerts": .array(alerts.map(\.json)),
            "count": JSON(count), "receivers": .array(receivers.map(JSON.string)), "rollout": rollout?.json ?? .null,
        ]
    }

    /// The notification that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let kind = json["kind"]?.string.flatMap(Kind.init), let time = json.moment("time"),
            let group = json["group"]?.string, let severity = json["severity"]?.string.flatMap(AlertSeverity.init),
            let alerts = json["alerts"]?.array?.map(Alert.init), !alerts.contains(nil),
            let count = json["count"]?.integer.flatMap({ Int(exactly: $0) }),
            let receivers = json["receivers"]?.array?.compactMap(\.string)
        else { return nil }
        self.init(
            kind, time: time, group: group, severity: severity, alerts: alerts.compactMap(\.self), count: count,
            receivers: receivers)
        rollout = json["rollout"].flatMap(RolloutNews.init)
    }
}
