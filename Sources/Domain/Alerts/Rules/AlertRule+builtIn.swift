extension AlertRule {
    /// Rules that are right for a start. Where no limit fits every application they compare a service with its own yesterday, a release
    /// with the one that serves most, a source with its own pauses.
    public static let builtIn: [AlertRule] = AlertRuleDraft.builtIn.compactMap { try? AlertRule($0) }
}

extension AlertRuleDraft {
    /// The built-in rules as one would write them. None is about the errors of a model: calls that fail have no model that answered and
    /// count under the name that was asked for, apart from those that succeed.
    static let builtIn: [AlertRuleDraft] = [
        .limit("calls fail", "error_rate", by: [], warn: "> 5%", page: "> 10%") { draft, threshold in
            // Of few calls, two or three that fail are nothing.
            threshold.fewestCalls = "100"
            draft.hold = "1m"
            draft.summary = "Look at the kinds of error, the provider's status and what changed."
        },
        .limit("a release fails", "error_rate", by: ["release"], warn: "> 10%", page: "> 30%") { draft, threshold in
            threshold.fewestCalls = "40"
            draft.hold = "30s"
            draft.summary = "Roll back the release."
        },
        .limit("a release is slow", "latency p95", by: ["release"], warn: "> 2x", page: "> 3x") { draft, threshold in
            (threshold.than, threshold.fewestCalls) = ("busiest other", "25")
            draft.hold = "10s"
            draft.summary = "Compare its prompt, model and parameters with the release that serves most; roll back."
        },
        .limit("a release is unfaithful", "score faithfulness", by: ["release"], warn: "< 0.9x", page: nil) {
            draft, threshold in
            (threshold.over, threshold.than, threshold.fewestCalls) = ("15m", "busiest other", "25")
            draft.summary = "Read answers with low scores; compare prompt and retrieval."
        },
        .limit("slower than yesterday", "latency p95", by: [], warn: "> 2x", page: "> 4x") { draft, threshold in
            (threshold.over, threshold.than, threshold.fewestCalls) = ("10m", "24h ago", "50")
            draft.hold = "2m"
            draft.summary = "Compare models and the length of inputs; the provider may be overloaded."
        },
        .limit("late first tokens", "ttft p95", by: [], warn: "> 10s", page: "> 30s") { draft, _ in
            draft.hold = "2m"
            draft.summary = "Compare models and the length of inputs; the provider may be overloaded."
        },
        .limit("dearer than yesterday", "cost_per_call", by: [], warn: "> 1.5x", page: nil) { draft, threshold in
            (threshold.over, threshold.than, threshold.fewestCalls) = ("1h", "24h ago", "100")
            draft.hold = "5m"
            draft.summary = "Look at tokens a call, cached input and which model answers."
        },
        .limit("calls without price", "unpriced_share", by: [], warn: "> 20%", page: nil) { draft, threshold in
            (threshold.over, threshold.fewestCalls) = ("1h", "50")
            (draft.hold, draft.reminder) = ("10m", "1d")
            draft.summary = "Add a price for the model to the configuration: sums leave these calls out."
        },
        .limit("calls drift", "drift", by: [], warn: "> 0", page: nil) { draft, _ in
            draft.reminder = "1d"
            draft.summary =
                "headframe drift says which signals, since when and in which words; what is well may become the reference."
        },
        .limit("a source is silent", "freshness", by: [], warn: "> 5x", page: nil) { draft, threshold in
            (threshold.over, threshold.than, threshold.fewestCalls) = ("3h", "longest pause", "100")
            (draft.hold, draft.noData) = ("1m", "warn")
            draft.summary = "The application is down or its telemetry does not arrive: look at its exporter."
        },
    ]

    /// A rule by service in each environment and, where it says so, by more; what is gone of the latter is no news.
    private static func limit(
        _ name: String, _ measure: String, by more: [String], warn: String, page: String?,
        _ change: (inout AlertRuleDraft, inout Threshold) -> Void
    ) -> AlertRuleDraft {
        var threshold = Threshold()
        (threshold.measure, threshold.warn, threshold.page) = (measure, warn, page)
        var draft = AlertRuleDraft(.threshold(threshold))
        (draft.name, draft.by) = (name, ["environment", "service"] + more)
        draft.noData = more.isEmpty ? "show" : nil
        change(&draft, &threshold)
        draft.condition = .threshold(threshold)
        return draft
    }
}
