extension AlertRule {
    static func condition(_ draft: AlertRuleDraft) throws(AlertRuleError) -> Condition {
        switch draft.condition {
        case .threshold(let draft): .threshold(try Threshold(draft))
        case .objective(let draft): .objective(try Objective(draft))
        case .budget(let draft): .budget(try Budget(draft))
        }
    }

    static func fewestCalls(_ text: String?, usual: Int64) throws(AlertRuleError) -> Int64 {
        guard let text else { return usual }
        guard let number = Int64(text), (0...1_000_000_000).contains(number) else {
            throw AlertRuleError("fewest_calls", "must be a whole number, such as 20")
        }
        return number
    }
}

extension AlertRule.Threshold {
    /// How few calls are no evidence unless a rule says otherwise.
    static func usualFewestCalls(_ measure: AlertMeasure) -> Int64 { measure.isAmount ? 1 : 20 }

    init(_ draft: AlertRuleDraft.Threshold) throws(AlertRuleError) {
        guard let measure = AlertMeasure(draft.measure) else { throw Self.unknownMeasure(draft.measure) }
        let baseline = try Self.baseline(draft.than, of: measure)
        let unit = baseline == nil ? measure.unit : .times
        let limits = try Self.limits(draft, unit)
        for (member, limit) in limits {
            if let objection = Self.objection(to: limit, of: measure, isRelative: baseline != nil) {
                throw AlertRuleError(member, objection)
            }
        }
        let isFreshness = measure == .freshness
        let window = try AlertRule.length(
            "over", draft.over, .minutes(1)...(isFreshness ? .days(1) : .days(7)),
            else: isFreshness ? AlertRule.usualLookBack : AlertRule.usualWindow)
        if isFreshness, baseline == nil, let (member, limit) = limits.first(where: { $0.1.value >= window.seconds }) {
            throw AlertRuleError(
                member,
                "\(unit.text(limit.value)) is not less than over, \(TimeText.text(window)): calls so long ago are not "
                    + "looked at; no_data says what it means that there are none")
        }
        self.init(
            measure: measure, window: window, alarms: limits.first?.1.alarms ?? .above,
            warn: limits.first { $0.0 == "warn" }?.1.value, page: limits.first { $0.0 == "page" }?.1.value,
            fewestCalls: try AlertRule.fewestCalls(draft.fewestCalls, usual: Self.usualFewestCalls(measure)),
            baseline: baseline)
    }

    private static func unknownMeasure(_ text: String) -> AlertRuleError {
        guard !text.isEmpty else {
            return AlertRuleError("measure", "a measure is missing, such as latency p95 or error_rate")
        }
        let word = String(text.prefix { $0 != " " })
        let known = AlertMeasure.spellings.map { $0.prefix { $0 != " " } }
        if ["latency", "ttft"].contains(word) {
            let quantiles = AlertMeasure.Quantile.allCases.map(\.rawValue).joined(separator: ", ")
            return AlertRuleError("measure", "\(word) needs one of \(quantiles), such as \(word) p95")
        }
        if word == "score" {
            return AlertRuleError("measure", "score needs the score's name, such as score faithfulness")
        }
        if let guess = NearestWord.of(word, among: known.map(String.init)) {
            return AlertRuleError("measure", "nothing is called '\(text.prefix(40))'; did you mean \(guess)?")
        }
        return AlertRuleError(
            "measure",
            "nothing is called '\(text.prefix(40))': use one of " + AlertMeasure.spellings.joined(separator: ", "))
    }

    private static func baseline(_ text: String?, of measure: AlertMeasure) throws(AlertRuleError) -> Baseline? {
        guard let text else { return nil }
        if measure == .freshness {
            guard text == "longest pause" else {
                throw AlertRuleError("than", "freshness compares with: longest pause")
            }
            return .longestPause
        }
        if measure == .drift { throw AlertRuleError("than", "drift has a reference of its own") }
        if text == "busiest other" { return .busiestOther }
        guard text.hasSuffix(" ago"), let length = TimeText.length(String(text.dropLast(4))),
            (.minutes(10)...(.days(28))).contains(length)
        else {
            throw AlertRuleError("than", "must be a time from 10m ago to 28d ago, such as 24h ago, or: busiest other")
        }
        return .earlier(length)
    }

    /// The limits by the name of their member, `warn` first.
    private static func limits(
        _ draft: AlertRuleDraft.Threshold, _ unit: AlertUnit
    ) throws(AlertRuleError) -> [(String, AlertLimit)] {
        var limits: [(String, AlertLimit)] = []
        for (member, text) in [("warn", draft.warn), ("page", draft.page)] {
            guard let text else { continue }
            guard let limit = AlertLimit(text, unit) else {
                throw AlertRuleError(member, "must be > or < and a value such as \(unit.example)")
            }
            limits.append((member, limit))
        }
        guard let first = limits.first?.1, let last = limits.last?.1 else {
            throw AlertRuleError("warn", "a limit is missing: write warn, page or both, such as > \(unit.example)")
        }
        guard first.alarms == last.alarms else {
            throw AlertRuleError("page", "warn and page must lie on the same side: both > or both <")
        }
        guard limits.count == 1 || first.isCrossed(by: last.value) else {
            throw AlertRuleError("page", "must lie beyond warn, which is \(first.text(unit)); else warn is never seen")
        }
        return limits
    }

    /// Why a limit would always, or never, be crossed; nil when it makes sense.
    private static func objection(to limit: AlertLimit, of measure: AlertMeasure, isRelative: Bool) -> String? {
        let value = limit.value
        if isRelative {
            return switch limit.alarms {
            case .above: value > 1 ? nil : "would mostly fire: a rise is more than 1x"
            case .below: value > 0 && value < 1 ? nil : "a fall is less than 1x, and more than 0x"
            }
        }
        if case .score = measure { return nil }
        switch limit.alarms {
        case .above:
            if value < 0 { return "would always fire: there is nothing below 0" }
            if measure.unit == .share, value >= 1 { return "would never fire: there is nothing above 100 %" }
            if value == 0, ![.errors, .errorRate, .unpricedShare, .cachedShare, .drift].contains(measure) {
                return "would fire whenever there is a call"
            }
            if measure == .freshness, value < 120 { return "must be at least 2m: minutes are the finest that is kept" }
        case .below:
            if measure == .freshness { return "would fire whenever there is a call: write >" }
            if measure == .drift { return "would fire whenever all is well: write >" }
            if value <= 0 { return "would never fire: there is nothing below 0" }
            if measure.unit == .share, value > 1 { return "would always fire: there is nothing above 100 %" }
        }
        return nil
    }
}

extension AlertRule.Objective {
    /// How few calls in the shorter window are no evidence unless a rule says otherwise.
    static let usualFewestCalls: Int64 = 20

    init(_ draft: AlertRuleDraft.Objective) throws(AlertRuleError) {
        guard let target = AlertUnit.share.value(of: draft.target), (0.85...0.999999).contains(target) else {
            throw AlertRuleError(
                "target",
                "must be a share from 85% to 99.9999%, such as 99.5%: of a lower one, even if every call were bad, no budget "
                    + "would be used up fast enough to page")
        }
        self.init(
            good: try Self.good(draft.good), target: target,
            period: try AlertRule.length("period", draft.period, .days(7)...(.days(90)), else: AlertRule.usualPeriod),
            fewestCalls: try AlertRule.fewestCalls(draft.fewestCalls, usual: Self.usualFewestCalls))
    }

    private static func good(_ text: String) throws(AlertRuleError) -> Good {
        if text == "no error" { return .withoutError }
        let prefix = "faster than "
        if text.hasPrefix(prefix), let seconds = TimeText.seconds(String(text.dropFirst(prefix.utf8.count))),
            seconds > 0, seconds < 100_000
        {
            return .fasterThan(seconds)
        }
        throw AlertRuleError("good", "must be: no error, or faster than and a time, such as faster than 3s")
    }
}

extension AlertRule.Budget {
    init(_ draft: AlertRuleDraft.Budget) throws(AlertRuleError) {
        let suffix = " tokens"
        let unit: BudgetUnit = draft.amount.hasSuffix(suffix) ? .tokens : .dollars
        let text = unit == .tokens ? String(draft.amount.dropLast(suffix.utf8.count)) : draft.amount
        guard unit == .tokens || text.hasPrefix("$"),
            let amount = (unit == .tokens ? AlertUnit.number : .dollars).value(of: text), amount > 0, amount < 1e15
        else { throw AlertRuleError("amount", "must be what may be used in a month, such as $2000 or 500M tokens") }
        let usual = draft.warn == nil && draft.page == nil
        let warn = try Self.share("warn", usual ? "80%" : draft.warn)
        let page = try Self.share("page", usual ? "100%" : draft.page)
        if let warn, let page, page <= warn { throw AlertRuleError("page", "must be more than warn") }
        self.init(unit: unit, amount: amount, warn: warn, page: page)
    }

    private static func share(_ member: String, _ text: String?) throws(AlertRuleError) -> Double? {
        guard let text else { return nil }
        guard let share = AlertUnit.share.value(of: text), share > 0, share <= 100 else {
            throw AlertRuleError(member, "must be a share of the amount, such as 80%")
        }
        return share
    }
}
