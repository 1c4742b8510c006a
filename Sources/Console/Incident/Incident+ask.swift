import Diagnosis
import Domain

extension ConsoleState {
    /// The question about the incident that is due while it is seen.
    mutating func dueDossier(now: Timestamp) -> Effect? {
        guard let incident else { return nil }
        let rule = alerts.view?.board.rules.first { $0.rule.name == incident.alert.rule }?.rule
        let question = DossierQuestion(alert: incident.alert, rule: rule, at: end)
        return self.incident?.asking.due(
            question, isLive: time.mode == .live, now: now, refresh: max(refresh, .seconds(10)))
    }

    /// Opens the incident of an alert; Esc leads back.
    mutating func openIncident(_ alert: Alert) {
        if incident?.id != alert.id { incident = IncidentState(alert) }
        incident?.alert = alert
        incident?.asking.forget()
        go(to: .incident)
    }

    /// The incident follows what the board says of its alert.
    mutating func followIncident() {
        guard let id = incident?.id, let alert = alerts.view?.alert(id) else { return }
        incident?.alert = alert
    }

    /// The conditions that the calls of the incident meet, as people write them.
    var incidentFilterText: String {
        incident?.dossier.map { $0.question.calls.written } ?? ""
    }

    /// The time in which it was wrong, for looking at its calls.
    var incidentTime: TimeSelection? {
        guard let range = incident?.dossier?.question.wrong else { return nil }
        let isOver = if case .resolved? = incident?.alert.state { true } else { false }
        return TimeSelection(length: range.length, mode: isOver || time.mode != .live ? .past(range.to) : .live)
    }
}
