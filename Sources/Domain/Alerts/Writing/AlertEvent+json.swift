extension AlertEvent {
    /// As stores keep it and the command line prints it.
    public var json: JSON {
        [
            "time": JSON(time), "alert": .string(alert.description), "rule": .string(rule), "subject": subject.json,
            "severity": .string(severity.rawValue), "kind": .string(kind.rawValue), "by": JSON(principal),
            "text": JSON(text), "value": JSON(value),
        ]
    }

    /// The event that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let time = json.moment("time"), let alert = json["alert"]?.string.flatMap({ AlertID($0) }),
            let rule = json["rule"]?.string, let subject = json["subject"].flatMap(AlertSubject.init),
            let severity = json["severity"]?.string.flatMap(AlertSeverity.init),
            let kind = json["kind"]?.string.flatMap(Kind.init)
        else { return nil }
        (self.time, self.alert, self.rule, self.subject, self.severity) = (time, alert, rule, subject, severity)
        (self.kind, principal, text) = (kind, json["by"]?.string, json["text"]?.string)
        value = json["value"]?.double
    }
}
