import Domain
import Testing

/// Rules as people write them.
@Suite struct AlertRuleTests {
    private func draft(
        _ change: (inout AlertRuleDraft, inout AlertRuleDraft.Threshold) -> Void = { _, _ in }
    ) -> AlertRuleDraft {
        var threshold = AlertRuleDraft.Threshold()
        (threshold.measure, threshold.warn, threshold.page) = ("latency p95", "> 2s", "> 4s")
        var draft = AlertRuleDraft(.threshold(threshold))
        draft.name = "slow answers"
        change(&draft, &threshold)
        draft.condition = .threshold(threshold)
        return draft
    }

    @Test("a rule with everything")
    func everything() throws {
        let rule = try AlertRule(
            draft { draft, threshold in
                draft.scope = "environment:production -service:batch*"
                draft.by = ["release"]
                (draft.hold, draft.noData, draft.reminder) = ("2m", "page", "1h")
                (draft.group, draft.receivers, draft.summary) = (["service"], ["oncall"], "roll back")
                (threshold.over, threshold.fewestCalls) = ("10m", "50")
            })
        #expect(rule.by == [.release])
        #expect(rule.hold == .minutes(2))
        #expect(rule.noData == .page)
        #expect(rule.reminder == .hours(1))
        #expect(rule.group == [.service])
        guard case .threshold(let threshold) = rule.condition else {
            Issue.record("not a threshold")
            return
        }
        #expect(threshold.measure == .latency(.p95))
        #expect(threshold.window == .minutes(10))
        #expect(threshold.warn == 2)
        #expect(threshold.page == 4)
        #expect(threshold.alarms == .above)
        #expect(threshold.fewestCalls == 50)
    }

    @Test("what is not said is usual")
    func defaults() throws {
        let rule = try AlertRule(draft())
        #expect(rule.scope == .all)
        #expect(rule.hold == .seconds(0))
        #expect(rule.noData == .show)
        #expect(rule.reminder == .hours(4))
        #expect(rule.group == [.environment, .service])
        #expect(try AlertRule(draft { draft, _ in draft.by = ["release"] }).noData == .resolve)
        #expect(try AlertRule(draft { draft, _ in draft.reminder = "never" }).reminder == nil)
    }

    @Test(
        "limits are written in the unit of their measure",
        arguments: [
            ("error_rate", "> 2%", 0.02), ("error_rate", ">0.02", 0.02), ("ttft p50", "> 250ms", 0.25),
            ("cost", "> $5", 5), ("cost", "> 1.5k", 1500), ("calls", "< 1.2k", 1200), ("tokens_per_call", "> 3M", 3e6),
            ("score faithfulness", "< 0.8", 0.8), ("score answer quality", "< -1", -1), ("freshness", "> 10m", 600),
            ("cached_share", "< 30%", 0.3), ("unpriced_share", "> 0%", 0), ("errors", "> 0", 0),
        ])
    func limits(_ measure: String, _ limit: String, _ value: Double) throws {
        let rule = try AlertRule(
            draft { _, threshold in (threshold.measure, threshold.warn, threshold.page) = (measure, limit, nil) })
        guard case .threshold(let threshold) = rule.condition else { return }
        #expect(threshold.warn == value)
        #expect(threshold.page == nil)
        #expect(threshold.measure.text == measure)
    }

    @Test(
        "a mistake names the member and what to write",
        arguments: [
            ("name", "", "name", "a name is missing"), ("name", "a\u{1B}[31m", "name", "control characters"),
            ("measure", "", "measure", "a measure is missing"),
            ("measure", "latncy p95", "measure", "did you mean latency?"),
            ("measure", "latency", "measure", "latency needs one of p50, p90, p95, p99, max"),
            ("measure", "latency p96", "measure", "latency needs one of"),
            ("measure", "score", "measure", "score needs"),
            ("measure", "mood", "measure", "use one of latency p95"), ("warn", "2s", "warn", "must be > or <"),
            ("warn", "> 2 apples", "warn", "such as 2s or 250ms"), ("warn", "> -1s", "warn", "must be > or <"),
            ("warn", "> 5s", "page", "must lie beyond warn"), ("warn", "< 2s", "page", "on the same side"),
            ("warn", "> 4s", "page", "must lie beyond warn"), ("over", "30s", "over", "from 1m to 7d"),
            ("over", "soon", "over", "from 1m to 7d"), ("for", "2d", "for", "from 0s to 1d"),
            ("remind", "1m", "remind", "from 5m to 7d"),
            ("no_data", "hide", "no_data", "one of resolve, show, warn, page"),
            ("where", "status:error", "where", "kept by environment, service, operation, model, prompt, release"),
            ("where", "user:anna", "where", "other conditions cannot be used"),
            ("where", "nonsense", "where", "no condition"),
            ("by", "colour", "by", "use environment"), ("by", "servce", "by", "did you mean service?"),
            ("by", "user", "by", "only budgets"), ("by", "session", "by", "not kept over time"),
            ("group", "user", "group", "not kept over time"), ("fewest_calls", "some", "fewest_calls", "whole number"),
            ("than", "yesterday", "than", "24h ago"), ("than", "busiest other", "warn", "such as 3x"),
        ])
    func mistakes(_ member: String, _ text: String, _ named: String, _ reason: String) {
        let draft = draft { draft, threshold in
            switch member {
            case "name": draft.name = text
            case "measure": threshold.measure = text
            case "warn": threshold.warn = text
            case "over": threshold.over = text
            case "than": threshold.than = text
            case "for": draft.hold = text
            case "remind": draft.reminder = text
            case "no_data": draft.noData = text
            case "where": draft.scope = text
            case "by": draft.by = [text]
            case "group": draft.group = [text]
            default: threshold.fewestCalls = text
            }
        }
        let error = #expect(throws: AlertRuleError.self) { try AlertRule(draft) }
        #expect(error?.member == named)
        #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
    }

    @Test(
        "a limit that would always or never be crossed is none",
        arguments: [
            ("error_rate", "> 100%", "never"), ("error_rate", "> 1.5", "never"), ("error_rate", "> -1%", "always"),
            ("error_rate", "< 0%", "never"), ("cached_share", "< 120%", "always"), ("calls", "> 0", "whenever"),
            ("latency p95", "> 0s", "whenever"), ("latency p95", "< 0s", "never"), ("cost", "> $0", "whenever"),
            ("cost", "< 0", "never"), ("freshness", "< 5m", "whenever"), ("freshness", "> 30s", "at least 2m"),
            ("freshness", "> 2h", "not less than over"),
        ])
    func senselessLimits(_ measure: String, _ limit: String, _ reason: String) {
        let draft = draft { _, threshold in
            (threshold.measure, threshold.warn, threshold.page) = (measure, limit, nil)
        }
        let error = #expect(throws: AlertRuleError.self) { try AlertRule(draft) }
        #expect(error?.member == "warn")
        #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
    }

    @Test("limits against what is usual are multiples")
    func baselines() throws {
        func rule(_ measure: String, _ than: String, _ warn: String, by: [String] = ["service"]) throws -> AlertRule {
            try AlertRule(
                draft { draft, threshold in
                    (threshold.measure, threshold.than) = (measure, than)
                    (threshold.warn, threshold.page, draft.by) = (warn, nil, by)
                })
        }
        guard case .threshold(let threshold) = try rule("cost", "24h ago", "> 3x").condition else { return }
        #expect(threshold.baseline == .earlier(.hours(24)))
        #expect(threshold.warn == 3)
        for (measure, than, warn, member) in [
            ("cost", "24h ago", "> 1x", "warn"), ("cost", "24h ago", "< 1x", "warn"),
            ("cost", "24h ago", "< 0x", "warn"),
            ("cost", "1m ago", "> 2x", "than"), ("cost", "longest pause", "> 2x", "than"),
            ("freshness", "24h ago", "> 2x", "than"), ("cost", "24h ago", "> $3", "warn"),
        ] {
            let error = #expect(throws: AlertRuleError.self) { try rule(measure, than, warn) }
            #expect(error?.member == member, "\(measure) \(than) \(warn)")
        }
        let alone = #expect(throws: AlertRuleError.self) { try rule("cost", "busiest other", "> 2x", by: []) }
        #expect(alone?.member == "than")
    }

    @Test("objectives and budgets are checked too")
    func otherConditions() throws {
        func objective(_ good: String, _ target: String) throws -> AlertRule {
            var objective = AlertRuleDraft.Objective()
            (objective.good, objective.target) = (good, target)
            var draft = AlertRuleDraft(.objective(objective))
            draft.name = "answers arrive"
            return try AlertRule(draft)
        }
        func budget(_ amount: String, warn: String? = nil, page: String? = nil, by: [String] = []) throws -> AlertRule {
            var budget = AlertRuleDraft.Budget()
            (budget.amount, budget.warn, budget.page) = (amount, warn, page)
            var draft = AlertRuleDraft(.budget(budget))
            (draft.name, draft.by) = ("spending", by)
            return try AlertRule(draft)
        }
        guard case .objective(let fast) = try objective("faster than 3s", "99.5%").condition,
            case .budget(let tokens) = try budget("500M tokens").condition
        else { return }
        #expect(fast.good == .fasterThan(3))
        #expect(fast.target == 0.995)
        #expect(tokens.unit == .tokens)
        #expect(tokens.amount == 5e8)
        #expect((tokens.warn, tokens.page) == (0.8, 1))
        #expect(try budget("$2000", by: ["user"]).by == [.user])
        for (good, target) in [
            ("fast", "99%"), ("faster than 0s", "99%"), ("no error", "50%"), ("no error", "100%"), ("no error", ""),
        ] {
            #expect(throws: AlertRuleError.self) { try objective(good, target) }
        }
        for amount in ["", "2000", "$0", "$-5", "$nan", "lots of tokens"] {
            #expect(throws: AlertRuleError.self) { try budget(amount) }
        }
        #expect(throws: AlertRuleError.self) { try budget("$5", warn: "90%", page: "80%") }
        #expect(throws: AlertRuleError.self) { try budget("$5", by: ["user", "model"]) }
    }

    @Test("a rule written out is the same rule, also as JSON", arguments: 0..<300)
    func roundTrip(seed: Int) throws {
        var random = AlertSamples(seed)
        let draft = random.draft()
        let rule = try AlertRule(draft)
        #expect(try AlertRule(rule.draft) == rule)
        #expect(AlertRuleDraft(draft.json) == draft)
        let text = try JSON(parsing: rule.draft.json.text)
        #expect(try AlertRuleDraft(text).map { try AlertRule($0) } == rule)
    }

    @Test("the built-in rules are rules, of different names")
    func builtIn() {
        #expect(AlertRule.builtIn.count >= 8)
        #expect(Set(AlertRule.builtIn.map(\.name)).count == AlertRule.builtIn.count)
        #expect(AlertRule.builtIn.allSatisfy { $0.summary != nil && $0.by.contains(.environment) })
    }
}
