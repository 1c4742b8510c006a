import Domain

extension Configuration {
    /// All rules that are to be looked at: those that are written, one budget for each app where it is split by app, and the built-in ones
    /// of which no written one has the name.
    public var alertRules: [AlertRule] {
        let written = alerts.rules + alerts.objectives + alerts.budgets.flatMap(rules)
        guard alerts.builtIn else { return written }
        let names = Set(written.map(\.name))
        return written + AlertRule.builtIn.filter { !names.contains($0.name) }
    }

    private func rules(_ budget: BudgetSettings) -> [AlertRule] {
        guard budget.byApp else { return [budget.rule] }
        let ofApps = apps.sorted { $0.key < $1.key }.compactMap { name, app -> AlertRule? in
            guard let term = app.term else { return nil }
            var rule = budget.rule
            rule.name += " · \(name)"
            rule.scope.terms.append(term)
            return rule
        }
        // A service that belongs to no app is an app of its own name.
        var others = budget.rule
        let services = apps.values.flatMap(\.services).sorted()
        if !services.isEmpty { others.scope.terms.append(FilterTerm(.equals(.service, services), isNegated: true)) }
        if !others.by.contains(.service) { others.by.insert(.service, at: 0) }
        return ofApps + [others]
    }
}

extension AppSettings {
    /// What its calls have in common: its services, or its prompts when it has none; nil when it has neither.
    fileprivate var term: FilterTerm? {
        if !services.isEmpty { return FilterTerm(.equals(.service, services)) }
        return prompts.isEmpty ? nil : FilterTerm(.equals(.prompt, prompts))
    }
}
