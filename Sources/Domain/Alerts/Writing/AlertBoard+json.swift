extension AlertBoard {
    /// What `headframe alerts --json` prints.
    public var json: JSON {
        [
            "evaluated": JSON(evaluated), "waiting": JSON(waiting), "alerts": .array(alerts.map(\.json)),
            "silences": .array(silences.map(\.json)), "rules": .array(rules.map(\.json)),
            "budgets": .array(budgets.map(\.json)), "receivers": .array(receivers.map(\.json)),
        ]
    }

    /// The board that `json` says; nil when it is something else. Parts that are wrong are left out.
    public init?(_ json: JSON) {
        guard json.members != nil else { return nil }
        self.init()
        evaluated = json.moment("evaluated")
        alerts = (json["alerts"]?.array ?? []).compactMap(Alert.init)
        silences = (json["silences"]?.array ?? []).compactMap(Silence.init)
        rules = (json["rules"]?.array ?? []).compactMap(RuleStatus.init)
        budgets = (json["budgets"]?.array ?? []).compactMap(BudgetStatus.init)
        receivers = (json["receivers"]?.array ?? []).compactMap(ReceiverStatus.init)
    }
}

extension RuleStatus {
    /// The rule as it is written in the configuration, and how looking at it went.
    public var json: JSON {
        [
            "rule": rule.draft.json, "evaluated": JSON(evaluated), "reading": reading?.json ?? .null,
            "trouble": JSON(trouble),
        ]
    }

    /// The status that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let draft = json["rule"].flatMap(AlertRuleDraft.init), let rule = try? AlertRule(draft) else {
            return nil
        }
        self.init(
            rule: rule, evaluated: json.moment("evaluated"), reading: json["reading"].flatMap(AlertReading.init),
            trouble: json["trouble"]?.string)
    }
}

extension ReceiverStatus {
    /// As stores keep it and the command line prints it.
    public var json: JSON {
        [
            "name": .string(name), "kind": .string(kind), "waiting": JSON(waiting), "delivered": .integer(delivered),
            "lost": .integer(lost), "last_success": JSON(lastSuccess), "last_failure": JSON(lastFailure),
            "trouble": JSON(trouble), "paused_until": JSON(pausedUntil),
        ]
    }

    /// The status that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let name = json["name"]?.string, let kind = json["kind"]?.string else { return nil }
        self.init(name: name, kind: kind)
        waiting = json["waiting"]?.integer.flatMap { Int(exactly: $0) } ?? 0
        (delivered, lost) = (json["delivered"]?.integer ?? 0, json["lost"]?.integer ?? 0)
        (lastSuccess, lastFailure) = (json.moment("last_success"), json.moment("last_failure"))
        (trouble, pausedUntil) = (json["trouble"]?.string, json.moment("paused_until"))
    }
}
