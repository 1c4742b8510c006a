import Domain
import Drawing
import Wording

/// The answer of `headframe alerts`.
public struct AlertsReport: Sendable {
    private let board: AlertBoard?
    private let now: Timestamp

    /// The report of what stood at `now`; of nil when nobody ever looked at a rule.
    public init(_ board: AlertBoard?, at now: Timestamp) { (self.board, self.now) = (board, now) }

    /// The board; `null` when nobody ever looked at a rule.
    public var json: JSON { board?.json ?? .null }

    /// The same for people: what waits first.
    public var text: String {
        guard let board else { return "no rule was ever looked at: headframed does that, every ten seconds" }
        let sections = [
            alerts(board.alerts), silences(board.silences), budgets(board.budgets), troubles(board),
        ]
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private func alerts(_ alerts: [Alert]) -> [String] {
        guard !alerts.isEmpty else { return ["nothing is wrong by \(count(board?.rules.count ?? 0, "rule"))"] }
        var table = TextTable([
            .init("ID", .left), .init("", .left), .init("STATE", .left), .init("SINCE", .left), .init("RULE", .left),
            .init("WHAT", .left, widest: 120), .init("WHO", .left),
        ])
        for alert in alerts {
            table.add([
                alert.id.description, alert.severity.rawValue, alert.stateWord, alert.since.rfc3339(), alert.rule,
                AlertSentence.text(alert, at: now, budget: budget(of: alert)),
                alert.acknowledgement?.principal ?? Format.missing,
            ])
        }
        return table.lines
    }

    private func budget(of alert: Alert) -> BudgetStatus? {
        board?.budgets.first { $0.name == alert.rule && $0.subject == alert.subject }
    }

    private func silences(_ silences: [Silence]) -> [String] {
        let inForce = silences.filter { $0.until > now }
        guard !inForce.isEmpty else { return [] }
        var table = TextTable([
            .init("SILENCE", .right), .init("COVERS", .left), .init("UNTIL", .left), .init("BY", .left),
            .init("REASON", .left),
        ])
        for silence in inForce {
            table.add([
                silence.id.description, silence.covers.words, silence.until.rfc3339(), silence.principal,
                silence.reason,
            ])
        }
        return table.lines
    }

    private func budgets(_ budgets: [BudgetStatus]) -> [String] {
        guard !budgets.isEmpty else { return [] }
        var table = TextTable([
            .init("BUDGET", .left), .init("OF", .left), .init("TODAY", .right), .init("MONTH", .right),
            .init("FORECAST", .right), .init("95 %", .right), .init("AMOUNT", .right),
        ])
        for budget in budgets {
            let unit = budget.unit
            table.add([
                budget.name, budget.subject.text, unit.text(budget.today), unit.text(budget.month),
                unit.text(budget.forecast?.expected),
                budget.forecast.map { "\(unit.text($0.low)) … \(unit.text($0.high))" } ?? Format.missing,
                unit.text(budget.amount),
            ])
        }
        return table.lines
    }

    /// What keeps rules from being looked at, and receivers from being told.
    private func troubles(_ board: AlertBoard) -> [String] {
        board.rules.compactMap { status in status.trouble.map { "rule \(status.rule.name): \($0)" } }
            + board.receivers.compactMap { receiver in
                receiver.trouble.map { "receiver \(receiver.name): \($0), \(receiver.waiting) waiting" }
            }.map { Text.sanitized($0) }
    }

    private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}

extension Alert {
    /// Where it is in its life, in a word.
    fileprivate var stateWord: String {
        switch state {
        case .pending: "pending"
        case .firing where silence != nil, .noData where silence != nil: "silenced"
        case .firing where acknowledgement != nil, .noData where acknowledgement != nil: "acknowledged"
        case .firing: isFlapping ? "flapping" : "firing"
        case .noData: "no data"
        case .resolved: "resolved"
        }
    }
}

extension Silence.Covers {
    /// What is silenced.
    var words: String {
        switch self {
        case .alert(let id): "alert \(id)"
        case .rule(let name): "rule \(name)"
        case .label(let dimension, let value): "\(dimension.rawValue) \(value)"
        }
    }
}
