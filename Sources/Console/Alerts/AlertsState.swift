import Domain

/// What the person has chosen in the pane Alerts, and the last answers.
struct AlertsState: Sendable {
    /// What is selected in a list: by what it is, so that refreshing and sorting keep it; by its place when it is gone.
    struct Selection: Hashable, Sendable {
        var key: String?
        var index = 0
    }

    var asking = Asking<BoardQuestion>()
    /// The last answer.
    var answer: BoardAnswer?
    /// The answer prepared for showing, with what is on its way; nil while there is no board.
    var view: AlertsView?
    var panel = AlertsPanel.alerts
    var order = AlertOrder.urgency
    var filter = WordFilter()
    var selections: [AlertsPanel: Selection] = [:]
    var detailAsking = Asking<AlertQuestion>()
    /// What is known of the alert that is or was selected.
    var detail: AlertAnswer?

    /// What the rows of a list are, by an identity each.
    func keys(of panel: AlertsPanel) -> [String] {
        guard let view else { return [] }
        return switch panel {
        case .alerts: view.shown.map(\.id.description)
        case .rules: view.board.rules.map(\.rule.name)
        case .budgets: view.board.budgets.map(\.key)
        case .silences: view.board.silences.map(\.id.description)
        case .receivers: view.board.receivers.map(\.name)
        }
    }

    /// The selected row of a list; nil when the list is empty.
    func selectedIndex(of panel: AlertsPanel) -> Int? {
        let keys = keys(of: panel)
        guard !keys.isEmpty else { return nil }
        let selection = selections[panel] ?? Selection()
        guard let key = selection.key else { return min(max(0, selection.index), keys.count - 1) }
        return keys.firstIndex(of: key) ?? min(max(0, selection.index), keys.count - 1)
    }

    mutating func select(_ index: Int, of panel: AlertsPanel) {
        let keys = keys(of: panel)
        guard !keys.isEmpty else { return }
        let index = min(max(0, index), keys.count - 1)
        selections[panel] = Selection(key: keys[index], index: index)
    }

    /// Holds on to the row that is selected, so that what comes or goes never slips another one under a key that is just pressed.
    mutating func pin() {
        if let index = selectedIndex(of: panel) { select(index, of: panel) }
    }

    /// Selects an alert, whatever was filtered away.
    mutating func select(_ id: AlertID) {
        panel = .alerts
        selections[.alerts] = Selection(key: id.description)
    }

    /// The alert that is selected.
    var selected: Alert? { selectedIndex(of: .alerts).flatMap { view?.shown[$0] } }
    /// The rule that is selected.
    var selectedRule: RuleStatus? { selectedIndex(of: .rules).flatMap { view?.board.rules[$0] } }
    /// The silence that is selected.
    var selectedSilence: Silence? { selectedIndex(of: .silences).flatMap { view?.board.silences[$0] } }
}

extension BudgetStatus {
    /// What tells it from other budgets.
    var key: String { "\(name)\n\(subject.labels.map { $0.value ?? "" }.joined(separator: "\n"))" }
}
