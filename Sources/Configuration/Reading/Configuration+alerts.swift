import Domain
import Yams

extension Configuration {
    static var alertsSchema: Schema<AlertSettings> {
        Schema<AlertSettings>(
            .value(
                "built_in", \.builtIn, .bool,
                "Whether rules that are right for a start count too. A rule of the same name replaces one of them. They are:\n"
                    + AlertRule.builtIn.map(\.name).joined(separator: ", ") + "."),
            .rules(
                "rules", \.rules, .rule, new: .threshold(.init()),
                sample: [
                    "rules:", "  - name: slow answers", "    measure: latency p95", "    over: 5m",
                    "    where: environment:production", "    by: [release]", "    warn: \"> 2s\"",
                    "    page: \"> 4s\"", "    for: 2m", "    fewest_calls: 20", "    no_data: resolve",
                    "    remind: 4h", "    group: [service]", "    summary: compare the releases, then roll back",
                    "  - name: dearer than yesterday", "    measure: cost", "    over: 1h", "    than: 24h ago",
                    "    warn: \"> 3x\"",
                ],
                "Limits. Measures: latency or ttft with p50, p90, p95, p99 or max, error_rate, errors, calls, call_rate (a\n"
                    + "second), cost ($ an hour), cost_per_call, tokens (a second), tokens_per_call, cached_share,\n"
                    + "unpriced_share, score NAME, freshness (time since the last call), drift\n"
                    + "(signals that drift; by and where: environment and service). over: 1m to 7d. where and by: environment,\n"
                    + "service, operation, model, prompt, release. With than, limits are multiples (3x) of what was so long ago or,\n"
                    + "of freshness, of the longest pause. for: how long before it fires. no_data, when calls stop: resolve, show, warn\n"
                    + "or page. remind: 5m to 7d, or never. group: alerts that agree in these are one notification."
            ) { draft throws(AlertRuleError) in try AlertRule(draft) },
            .rules(
                "objectives", \.objectives, .objective, new: .objective(.init()),
                sample: [
                    "objectives:", "  - name: answers arrive", "    good: no error", "    target: 99.5%",
                    "    period: 30d", "    by: [service]", "  - name: answers are fast",
                    "    good: faster than 3s", "    target: 95%",
                ],
                "Shares of good calls to aim at. It pages when the calls that may be bad are used up 14.4 times too fast over 1h and\n"
                    + "5m, or 6 times over 6h and 30m, and warns when once over 3d and 6h."
            ) { draft throws(AlertRuleError) in try AlertRule(draft) },
            .rules(
                "budgets", \.budgets, .budget, new: .budget(.init()),
                sample: [
                    "budgets:", "  - name: spending", "    amount: $2000", "    where: environment:production",
                    "    by: [app]", "    warn: 80%", "    page: 100%", "  - name: tokens of a prompt",
                    "    amount: 500M tokens", "    by: [prompt]",
                ],
                "What may be used in a calendar month (UTC). It warns and pages when what is used, or the forecast for the end of the\n"
                    + "month, reaches a share of the amount. by: app, or user (without where and forecast), or as above."
            ) { draft throws(AlertRuleError) in try BudgetSettings(draft) },
            .receivers
        ).checked { node, settings, path, problems in
            let names = settings.receivers.map(\.name)
            // One that was not understood is not known by name either, and is a mistake of its own.
            guard (node["receivers"]?.sequence?.count ?? 0) == names.count else { return }
            for list in ["rules", "objectives", "budgets"] {
                for (index, rule) in (node[list]?.sequence ?? []).enumerated() {
                    for name in rule["receivers"]?.sequence ?? [] where !names.contains(name.scalar?.string ?? "") {
                        let known = names.isEmpty ? "there are none" : "there are " + names.joined(separator: ", ")
                        problems.add(
                            "\(path).\(list)[\(index)].receivers: no receiver is called \(name.scalar?.string ?? "that"); "
                                + known, at: name)
                    }
                }
            }
        }
    }
}

extension BudgetSettings {
    /// The budget that a draft says; apps are known here only.
    fileprivate init(_ draft: AlertRuleDraft) throws(AlertRuleError) {
        var draft = draft
        let byApp = draft.by.contains("app")
        draft.by.removeAll { $0 == "app" }
        self.init(rule: try AlertRule(draft), byApp: byApp)
        guard !byApp || !rule.by.contains(.user) else {
            throw AlertRuleError("by", "user stands alone")
        }
    }
}
