/// Where the person is: a pane, or what was opened from it. Keys and commands belong to places.
enum Place: Hashable, Sendable, CaseIterable {
    case overview
    /// The table of calls.
    case requests
    /// One request, opened from wherever it was found.
    case request
    /// How telemetry arrives.
    case health
    /// Alerts, rules, budgets, silences and receivers.
    case alerts
    /// An alert with everything around it.
    case incident
    /// Prompts and their versions.
    case prompts
    /// Two versions of a prompt beside each other.
    case comparison
    /// Golden questions with the answers of both.
    case behaviour
    /// Releases that take over from others, step by step.
    case rollouts
    /// Runs of evaluations.
    case evaluations
    /// Who changed what.
    case audit

    /// Whether there are charts over time, on which marks stand.
    var hasCharts: Bool {
        switch self {
        case .overview, .alerts, .incident: true
        case .requests, .request, .health, .prompts, .comparison, .behaviour, .rollouts, .evaluations, .audit: false
        }
    }

    /// Whether `Tab` leads to another panel.
    var hasPanels: Bool {
        switch self {
        case .comparison, .behaviour, .evaluations, .audit: false
        case .overview, .requests, .request, .health, .alerts, .incident, .prompts, .rollouts: true
        }
    }

    /// The pane whose tab is shown as chosen; nil when it has none.
    var pane: Pane? {
        switch self {
        case .overview: .overview
        case .requests, .request: .requests
        case .alerts, .incident: .alerts
        case .prompts, .comparison, .behaviour: .prompts
        case .rollouts: .rollouts
        case .evaluations: .evaluations
        case .audit: .audit
        case .health: nil
        }
    }
}

/// A pane with a tab of its own.
enum Pane: Hashable, Sendable, CaseIterable {
    case overview, requests, prompts, rollouts, evaluations, alerts, audit
}
