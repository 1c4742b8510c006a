import Domain

/// What the person has chosen in the pane Alerts, and the last answers.
struct AlertsState: Sendable {
    /// What a row is, whatever its place.
    enum Key: Hashable, Sendable {
        case alert(AlertID)
        case rule(String)
        case budget(String, AlertSubject)
        case silence(SilenceID)
        case receiver(String)
    }

    /// What is selected in a list: by what it is, so that refreshing and sorting keep it; by its place when it is gone.
    struct Selection: Hashable, Sendable {
        var key: Key
        var index: Int
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
    /// When a rule would have fired; nil while nobody asks.
    var preview: RulePreview?

    /// The selected row of a list; nil when the list is empty.
    func selectedIndex(of panel: AlertsPanel) -> Int? {
        guard let view else { return nil }
        let count = view.count(of: panel)
        guard count > 0 else { return nil }
        guard let selection = selections[panel] else { return 0 }
        return view.index(of: selection.key) ?? min(max(0, selection.index), count - 1)
    }

    mutating func select(_ index: Int, of panel: AlertsPanel) {
        guard let view else { return }
        let count = view.count(of: panel)
        guard count > 0 else { return }
        let index = min(max(0, index), count - 1)
        selections[panel] = Selection(key: view.key(at: index, of: panel), index: index)
    }

    /// Holds on to the row that is selected, so that what comes or goes never slips another one under a key that is just pressed.
    mutating func pin() {
        if let index = selectedIndex(of: panel) { select(index, of: panel) }
    }

    /// Selects an alert.
    mutating func select(_ id: AlertID) {
        panel = .alerts
        selections[.alerts] = Selection(key: .alert(id), index: 0)
    }

    /// The alert that is selected.
    var selected: Alert? { selectedIndex(of: .alerts).flatMap { view?.alerts[$0] } }
    /// The rule that is selected.
    var selectedRule: RuleStatus? { selectedIndex(of: .rules).flatMap { view?.rules[$0] } }
    /// The silence that is selected.
    var selectedSilence: Silence? { selectedIndex(of: .silences).flatMap { view?.silences[$0] } }
}
