/// One of the lists of the pane Alerts; one is seen at a time.
enum AlertsPanel: String, Hashable, Sendable, CaseIterable {
    case alerts = "Alerts"
    case rules = "Rules"
    case budgets = "Budgets"
    case silences = "Silences"
    case receivers = "Receivers"
}
