import Domain
import Wording

/// A board with what is derived from it once, when something changes, rather than with every frame.
struct AlertsView: Sendable {
    /// The board with what is on its way to the collector.
    let board: AlertBoard
    /// When it was asked for.
    let at: Timestamp
    /// What waits for somebody, the most urgent first.
    let waiting: [Alert]
    /// What waits, is looked after or silenced, the most urgent first, then what resolved lately.
    let urgent: [Alert]
    /// The alerts that the filter leaves, in the order chosen.
    let shown: [Alert]

    init(_ board: AlertBoard, at: Timestamp, order: AlertOrder, filter: WordFilter) {
        (self.board, self.at) = (board, at)
        urgent = AlertOrder.urgency.sorted(board.alerts)
        waiting = Array(urgent.prefix { AlertStage($0) == .waiting })
        let ordered = order == .urgency ? urgent : order.sorted(board.alerts)
        shown =
            filter.isEmpty
            ? ordered
            : ordered.filter { alert in
                filter.matches([
                    alert.rule, alert.subject.text, alert.stateWord, alert.severity.rawValue,
                    AlertSentence.text(alert, at: at), alert.acknowledgement?.principal ?? "",
                ])
            }
    }

    /// How many of those that wait are of this severity.
    func count(_ severity: AlertSeverity) -> Int { waiting.count { $0.severity == severity } }

    /// The alert with this identity.
    func alert(_ id: AlertID) -> Alert? { board.alerts.first { $0.id == id } }
}

/// Words that must all occur in one of several texts, upper and lower case alike.
struct WordFilter: Hashable, Sendable {
    /// As it was typed.
    var text = ""

    private var words: [String] { text.lowercased().split(separator: " ").map(String.init) }
    var isEmpty: Bool { words.isEmpty }

    func matches(_ texts: [String]) -> Bool {
        let haystack = texts.joined(separator: "\n").lowercased()
        return words.allSatisfy { haystack.contains($0) }
    }
}
