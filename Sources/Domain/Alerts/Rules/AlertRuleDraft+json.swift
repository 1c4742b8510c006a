extension AlertRuleDraft {
    /// The draft with the names and texts that it has in the configuration; what is not said is left out.
    public var json: JSON {
        var members: [JSON.Member] = [.init("name", .string(name))]
        func add(_ name: String, _ text: String?) { if let text { members.append(.init(name, .string(text))) } }
        func add(_ name: String, _ texts: [String]) { members.append(.init(name, .array(texts.map(JSON.string)))) }
        switch condition {
        case .threshold(let threshold):
            add("measure", threshold.measure)
            add("over", threshold.over)
            add("than", threshold.than)
            add("warn", threshold.warn)
            add("page", threshold.page)
            add("fewest_calls", threshold.fewestCalls)
        case .objective(let objective):
            add("good", objective.good)
            add("target", objective.target)
            add("period", objective.period)
            add("fewest_calls", objective.fewestCalls)
        case .budget(let budget):
            add("amount", budget.amount)
            add("warn", budget.warn)
            add("page", budget.page)
        }
        if !scope.isEmpty { add("where", scope) }
        if !by.isEmpty { add("by", by) }
        add("for", hold)
        add("no_data", noData)
        add("remind", reminder)
        if let group { add("group", group) }
        if !receivers.isEmpty { add("receivers", receivers) }
        add("summary", summary)
        return .object(members)
    }

    /// The draft that `json` says; nil when it is something else. What the texts mean is not looked at.
    public init?(_ json: JSON) {
        guard let name = json["name"]?.string else { return nil }
        if let measure = json["measure"]?.string {
            var threshold = Threshold()
            threshold.measure = measure
            threshold.over = json["over"]?.string
            threshold.than = json["than"]?.string
            threshold.warn = json["warn"]?.string
            threshold.page = json["page"]?.string
            threshold.fewestCalls = json["fewest_calls"]?.string
            self.init(.threshold(threshold))
        } else if let good = json["good"]?.string {
            var objective = Objective()
            objective.good = good
            objective.target = json["target"]?.string ?? ""
            objective.period = json["period"]?.string
            objective.fewestCalls = json["fewest_calls"]?.string
            self.init(.objective(objective))
        } else if let amount = json["amount"]?.string {
            var budget = Budget()
            budget.amount = amount
            budget.warn = json["warn"]?.string
            budget.page = json["page"]?.string
            self.init(.budget(budget))
        } else {
            return nil
        }
        func texts(_ name: String) -> [String]? { json[name]?.array?.compactMap(\.string) }
        self.name = name
        scope = json["where"]?.string ?? ""
        by = texts("by") ?? []
        hold = json["for"]?.string
        noData = json["no_data"]?.string
        reminder = json["remind"]?.string
        group = texts("group")
        receivers = texts("receivers") ?? []
        summary = json["summary"]?.string
    }
}
