extension AlertRule {
    /// The rule as people write it, with everything that is not usual: `AlertRule(rule.draft)` is `rule`.
    public var draft: AlertRuleDraft {
        var draft = AlertRuleDraft(condition.draft)
        draft.name = name
        draft.scope = scope.seriesText
        draft.by = by.map(\.rawValue)
        if hold > .seconds(0) { draft.hold = TimeText.text(hold) }
        if noData != Self.usualNoData(isSplit: !by.isEmpty) { draft.noData = noData.rawValue }
        if reminder != Self.usualReminder { draft.reminder = reminder.map(TimeText.text) ?? "never" }
        if group != Self.usualGroup { draft.group = group.map(\.rawValue) }
        draft.receivers = receivers
        draft.summary = summary
        return draft
    }
}

extension AlertRule.Condition {
    fileprivate var draft: AlertRuleDraft.Condition {
        switch self {
        case .threshold(let threshold): .threshold(threshold.draft)
        case .objective(let objective): .objective(objective.draft)
        case .budget(let budget): .budget(budget.draft)
        }
    }
}

extension AlertRule.Threshold {
    fileprivate var draft: AlertRuleDraft.Threshold {
        var draft = AlertRuleDraft.Threshold()
        let unit = baseline == nil ? measure.unit : .times
        draft.measure = measure.text
        draft.over = TimeText.text(window)
        switch baseline {
        case .earlier(let length): draft.than = TimeText.text(length) + " ago"
        case .longestPause: draft.than = "longest pause"
        case .busiestOther: draft.than = "busiest other"
        case nil: break
        }
        draft.warn = warn.map { AlertLimit(alarms: alarms, value: $0).text(unit) }
        draft.page = page.map { AlertLimit(alarms: alarms, value: $0).text(unit) }
        if fewestCalls != Self.usualFewestCalls(measure) { draft.fewestCalls = String(fewestCalls) }
        return draft
    }
}

extension AlertRule.Objective {
    fileprivate var draft: AlertRuleDraft.Objective {
        var draft = AlertRuleDraft.Objective()
        switch good {
        case .withoutError: draft.good = "no error"
        case .fasterThan(let seconds): draft.good = "faster than " + AlertUnit.time.text(seconds)
        }
        draft.target = AlertUnit.share.text(target)
        if period != AlertRule.usualPeriod { draft.period = TimeText.text(period) }
        if fewestCalls != Self.usualFewestCalls { draft.fewestCalls = String(fewestCalls) }
        return draft
    }
}

extension AlertRule.Budget {
    fileprivate var draft: AlertRuleDraft.Budget {
        var draft = AlertRuleDraft.Budget()
        switch unit {
        case .dollars: draft.amount = AlertUnit.dollars.text(amount)
        case .tokens: draft.amount = AlertUnit.number.text(amount) + " tokens"
        }
        draft.warn = warn.map(AlertUnit.share.text)
        draft.page = page.map(AlertUnit.share.text)
        return draft
    }
}

extension Filter {
    /// A filter of dimensions as people write it; other terms are left out.
    var seriesText: String {
        terms.compactMap { term -> String? in
            guard case .equals(let dimension, let values) = term.condition else { return nil }
            return (term.isNegated ? "-" : "") + dimension.rawValue + ":"
                + values.map(Self.quoted).joined(separator: ",")
        }.joined(separator: " ")
    }

    private static func quoted(_ value: String) -> String {
        guard value.unicodeScalars.contains(where: { " ,\"\\\t".unicodeScalars.contains($0) }) else { return value }
        var text = "\""
        for scalar in value.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { text.unicodeScalars.append("\\") }
            text.unicodeScalars.append(scalar)
        }
        return text + "\""
    }
}
