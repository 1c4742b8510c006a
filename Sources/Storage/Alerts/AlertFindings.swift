import Domain

/// What a look at the rules found, for whoever draws it.
public struct AlertFindings: Hashable, Sendable {
    /// When the rules were looked at.
    public var time: Timestamp
    public var rules: [RuleStatus]
    public var budgets: [BudgetStatus]
    public var receivers: [ReceiverStatus]

    /// Findings of the given parts.
    public init(time: Timestamp, rules: [RuleStatus], budgets: [BudgetStatus], receivers: [ReceiverStatus]) {
        (self.time, self.rules, self.budgets, self.receivers) = (time, rules, budgets, receivers)
    }

    var json: JSON {
        [
            "time": .string(time.rfc3339()), "rules": .array(rules.map(\.json)),
            "budgets": .array(budgets.map(\.json)), "receivers": .array(receivers.map(\.json)),
        ]
    }

    /// What `json` says, without the parts that nobody understands, such as rules of a newer version; nil when it is something else.
    init?(_ json: JSON) {
        guard let time = json["time"]?.string.flatMap({ Timestamp(rfc3339: $0) }) else { return nil }
        self.init(
            time: time, rules: (json["rules"]?.array ?? []).compactMap(RuleStatus.init),
            budgets: (json["budgets"]?.array ?? []).compactMap(BudgetStatus.init),
            receivers: (json["receivers"]?.array ?? []).compactMap(ReceiverStatus.init))
    }
}
