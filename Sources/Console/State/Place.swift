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

    /// Whether there are charts over time, on which marks stand.
    var hasCharts: Bool {
        switch self {
        case .overview, .alerts, .incident: true
        case .requests, .request, .health: false
        }
    }

    /// The pane whose tab is shown as chosen; nil when it has none.
    var pane: Pane? {
        switch self {
        case .overview: .overview
        case .requests, .request: .requests
        case .alerts, .incident: .alerts
        case .health: nil
        }
    }
}

/// A pane with a tab of its own.
enum Pane: Hashable, Sendable, CaseIterable {
    case overview, requests, alerts
}
