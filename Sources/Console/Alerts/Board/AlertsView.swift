import Domain
import Wording

/// A board with what is derived from it once, when something changes, rather than with every frame.
struct AlertsView: Sendable {
    /// The board with what is on its way to the collector.
    let board: AlertBoard
    /// What waits for somebody, the most urgent first.
    let waiting: [Alert]
    /// What waits, is looked after or silenced, the most urgent first, then what resolved lately.
    let urgent: [Alert]
    /// What the filter leaves, alerts in the order chosen.
    let alerts: [Alert]
    let rules: [RuleStatus]
    let budgets: [BudgetStatus]
    let silences: [Silence]
    let receivers: [ReceiverStatus]

    /// - Parameter at: when the board was asked for.
    init(_ board: AlertBoard, at: Timestamp, order: AlertOrder, filter: WordFilter) {
        self.board = board
        urgent = AlertOrder.urgency.sorted(board.alerts)
        waiting = Array(urgent.prefix { AlertStage($0) == .waiting })
        alerts = filter.keep(order == .urgency ? urgent : order.sorted(board.alerts)) {
            [
                $0.rule, $0.subject.text, $0.stateWord, $0.severity.rawValue, AlertSentence.text($0, at: at),
                $0.acknowledgement?.principal ?? "",
            ]
        }
        rules = filter.keep(board.rules) { [$0.rule.name, $0.rule.watchedText, $0.rule.limitText, $0.trouble ?? ""] }
        budgets = filter.keep(board.budgets) { [$0.name, $0.subject.text] }
        silences = filter.keep(board.silences) { [$0.reason, $0.principal, $0.covered(in: board)] }
        receivers = filter.keep(board.receivers) { [$0.name, $0.kind, $0.trouble ?? ""] }
    }

    /// How many of those that wait are of this severity.
    func count(_ severity: AlertSeverity) -> Int { waiting.count { $0.severity == severity } }

    /// The alert with this identity.
    func alert(_ id: AlertID) -> Alert? { board.alerts.first { $0.id == id } }

    // MARK: Lists

    /// How many rows a list has.
    func count(of panel: AlertsPanel) -> Int {
        switch panel {
        case .alerts: alerts.count
        case .rules: rules.count
        case .budgets: budgets.count
        case .silences: silences.count
        case .receivers: receivers.count
        }
    }

    /// What a row of a list is, whatever its place.
    func key(at index: Int, of panel: AlertsPanel) -> AlertsState.Key {
        switch panel {
        case .alerts: .alert(alerts[index].id)
        case .rules: .rule(rules[index].rule.name)
        case .budgets: .budget(budgets[index].name, budgets[index].subject)
        case .silences: .silence(silences[index].id)
        case .receivers: .receiver(receivers[index].name)
        }
    }

    /// The place of a row; nil when it is not there.
    func index(of key: AlertsState.Key) -> Int? {
        switch key {
        case .alert(let id): alerts.firstIndex { $0.id == id }
        case .rule(let name): rules.firstIndex { $0.rule.name == name }
        case .budget(let name, let subject): budgets.firstIndex { $0.name == name && $0.subject == subject }
        case .silence(let id): silences.firstIndex { $0.id == id }
        case .receiver(let name): receivers.firstIndex { $0.name == name }
        }
    }
}
