import Domain
import Drawing
import Wording

/// What people do about alerts from here.
extension ConsoleState {
    /// The alert that keys act on.
    var alertAtHand: Alert? {
        switch place {
        case .alerts where alerts.panel == .alerts: alerts.selected
        case .incident: incident?.alert
        default: nil
        }
    }

    /// Why the collector can be asked for nothing now; nil when it can.
    var controlIsOff: String? {
        if isReadOnly { return "the console was started with --read-only" }
        if case .past = time.mode { return "this is looking back: go to now first (Esc)" }
        if summary?.collector == nil { return "no collector is running: start headframed" }
        if case .stopped = Freshness(self) { return "no collector is running: start headframed" }
        return nil
    }

    /// Why the alert cannot be acknowledged; nil when it can.
    var acknowledgingIsOff: String? {
        guard let alert = alertAtHand else { return "no alert is selected" }
        if let reason = controlIsOff { return reason }
        if case .resolved = alert.state { return "it is over" }
        return alert.acknowledgement.flatMap { $0.principal == principal ? "it is yours already" : nil }
    }

    /// Says that who sits here looks after the alert.
    mutating func acknowledge(note: String?) throws(CommandFailure) -> [Effect] {
        guard let alert = alertAtHand else { return [] }
        return [
            sendAboutAlerts(
                .acknowledge(alert.id, note: try note.map { text throws(CommandFailure) in try Self.checked(text) }))
        ]
    }

    /// Writes something beside the alert; without a text, begins the line.
    mutating func noteAlert(_ text: String?) throws(CommandFailure) -> [Effect] {
        guard let alert = alertAtHand else { return [] }
        guard let text else {
            overlay = .prompt(Prompt(.command, "note "))
            return []
        }
        return [sendAboutAlerts(.note(alert.id, try Self.checked(text)))]
    }

    /// The silence that `U` ends: the selected one, or the one that covers the selected alert.
    var endableSilence: Silence? {
        let silence =
            place == .alerts && alerts.panel == .silences
            ? alerts.selectedSilence
            : alertAtHand?.silence.flatMap { id in alerts.view?.board.silences.first { $0.id == id } }
        return silence.flatMap { $0.until > (now ?? end) ? $0 : nil }
    }

    /// Why there is no silence to end; nil when there is one.
    var endingSilenceIsOff: String? {
        guard let silence = endableSilence else { return "nothing is silenced here" }
        return controlIsOff ?? (silence.id.isGiven ? nil : "it is still on its way to the collector")
    }

    mutating func endSilence() -> [Effect] {
        endableSilence.map { [sendAboutAlerts(.endSilence($0.id))] } ?? []
    }

    /// Sends a command, and shows at once what it will do.
    mutating func sendAboutAlerts(_ command: ControlCommand) -> Effect {
        let effect = pending.send(command)
        prepareAlerts()
        return effect
    }

    /// A text as the collector takes it.
    static func checked(_ text: String) throws(CommandFailure) -> String {
        guard text.utf8.count <= SilenceDraft.longestText else {
            throw CommandFailure("that is too long: \(Format.count(SilenceDraft.longestText)) bytes at most")
        }
        return text
    }

    /// Copies the selected row; of an alert, a sentence that can be sent to a colleague.
    mutating func copyAlertsRow() throws(CommandFailure) -> [Effect] {
        guard let index = alerts.selectedIndex(of: alerts.panel), let table = alertsTable else {
            throw CommandFailure("there is no row")
        }
        let text: String
        if let alert = alertAtHand {
            let who = alert.acknowledgement.map { ", acknowledged by \($0.principal)" } ?? ""
            text =
                "\(alert.severity.rawValue): \(AlertSentence.text(alert, at: now ?? end)) (rule \(alert.rule), since "
                + "\(alert.since.rfc3339(.none))\(who), alert \(alert.id))"
        } else {
            text = table.row(index).map(\.string).filter { !$0.isEmpty }.joined(separator: "  ")
        }
        tell(.done, "sent to the terminal's clipboard")
        return [.copy(Text.sanitized(text))]
    }
}
