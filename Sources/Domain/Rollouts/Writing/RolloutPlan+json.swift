extension RolloutPlan {
    /// As the control API takes it and stores keep it.
    public var json: JSON {
        [
            "app": .string(app), "environment": JSON(environment), "from": .string(from), "to": .string(to),
            "steps": .array(steps.map(\.json)), "gates": .array(gates.map(\.json)), "breakers": breakers.json,
            "four_eyes": .bool(needsFourEyes), "unit_ms": .integer(unitLength.count / 1_000_000),
            "approval_expires_ms": .integer(approvalLength.count / 1_000_000),
            "rollback_alpha": .number(rollbackAlpha), "promotion_alpha": .number(promotionAlpha),
        ]
    }

    /// The plan that `json` says; nil when it is something else. It is not checked.
    public init?(_ json: JSON) {
        guard let app = json["app"]?.string, let from = json["from"]?.string, let to = json["to"]?.string,
            let steps = json["steps"]?.array?.map(RolloutStep.init), !steps.contains(nil),
            let gates = json["gates"]?.array?.map(RolloutGate.init), !gates.contains(nil)
        else { return nil }
        self.init(app: app, from: from, to: to, steps: steps.compactMap(\.self), gates: gates.compactMap(\.self))
        environment = json["environment"]?.string
        if let part = json["breakers"] { breakers = RolloutBreakers(part) }
        needsFourEyes = json["four_eyes"]?.bool ?? needsFourEyes
        unitLength = json.length("unit_ms") ?? unitLength
        approvalLength = json.length("approval_expires_ms") ?? approvalLength
        rollbackAlpha = json["rollback_alpha"]?.double ?? rollbackAlpha
        promotionAlpha = json["promotion_alpha"]?.double ?? promotionAlpha
    }
}

extension RolloutStep {
    var json: JSON {
        [
            "kind": .string(weight == nil ? "shadow" : "weight"), "weight": JSON(weight),
            "soak_ms": .integer(soak.count / 1_000_000), "timeout_ms": .integer(timeout.count / 1_000_000),
            "on_timeout": .string(onTimeout.rawValue), "fewest_units": JSON(fewestUnits),
            "approval": approval.map { approval in
                [
                    "roles": .array(
                        AccessRole.allCases.filter(approval.roles.contains).map { .string($0.rawValue) }),
                    "count": JSON(approval.count),
                ]
            } ?? .null,
        ]
    }

    init?(_ json: JSON) {
        switch json["kind"]?.string {
        case "shadow": self.init(.shadow)
        case "weight":
            guard let weight = json["weight"]?.double else { return nil }
            self.init(.weight(weight))
        default: return nil
        }
        soak = json.length("soak_ms") ?? soak
        timeout = json.length("timeout_ms") ?? timeout
        if let text = json["on_timeout"]?.string {
            guard let policy = TimeoutPolicy(rawValue: text) else { return nil }
            onTimeout = policy
        }
        fewestUnits = json["fewest_units"]?.integer.flatMap { Int(exactly: $0) } ?? fewestUnits
        guard let part = json["approval"], part != .null else { return }
        let roles = (part["roles"]?.array ?? []).map { $0.string.flatMap(AccessRole.init) }
        guard !roles.contains(nil), let count = part["count"]?.integer.flatMap({ Int(exactly: $0) }) else {
            return nil
        }
        approval = Approval(roles: Set(roles.compactMap(\.self)), count: count)
    }
}

extension RolloutGate {
    var json: JSON {
        var members: [JSON.Member] = [
            .init("name", .string(name)), .init("metric", .string(metric.text)),
            .init("margin", margin.json), .init("rollback_margin", rollbackMargin.json),
            .init("required", .bool(isRequired)),
        ]
        if case .score(_, let scale) = metric {
            members.append(.init("range", [.number(scale.lowest), .number(scale.highest)]))
            members.append(.init("lower_is_better", .bool(scale.lowerIsBetter)))
        }
        return .object(members)
    }

    init?(_ json: JSON) {
        var scale = ScoreScale()
        if let range = json["range"]?.array {
            guard range.count == 2, let lowest = range.first?.double, let highest = range.last?.double else {
                return nil
            }
            (scale.lowest, scale.highest) = (lowest, highest)
        }
        scale.lowerIsBetter = json["lower_is_better"]?.bool ?? false
        guard let metric = json["metric"]?.string.flatMap({ RolloutMetric($0, scale: scale) }) else { return nil }
        self.init(metric, name: json["name"]?.string, isRequired: json["required"]?.bool ?? true)
        if let part = json["margin"] { margin = GateMargin(part) }
        if let part = json["rollback_margin"] { rollbackMargin = GateMargin(part) }
    }
}

extension GateMargin {
    var json: JSON { ["absolute": .number(absolute), "relative": .number(relative)] }

    init(_ json: JSON) {
        self.init(absolute: json["absolute"]?.double ?? 0, relative: json["relative"]?.double ?? 0)
    }
}

extension RolloutBreakers {
    var json: JSON {
        [
            "consecutive_failures": JSON(consecutiveFailures), "cost_per_hour_usd": JSON(costPerHour),
            "total_failure_ms": JSON(totalFailure.map { $0.count / 1_000_000 }),
        ]
    }

    init(_ json: JSON) {
        consecutiveFailures = json["consecutive_failures"]?.integer.flatMap { Int(exactly: $0) }
        costPerHour = json["cost_per_hour_usd"]?.double
        totalFailure = json.length("total_failure_ms")
    }
}
