import Diagnosis
import Domain
import Drawing

/// What Overview says of alerts.
extension ConsoleState {
    /// The alerts that Overview lists: in a narrow window those that wait, else also what is looked after or silenced, and what has
    /// resolved in the range that is looked at.
    var overviewAlerts: [Alert] {
        guard let view = alerts.view else { return [] }
        if size.widthClass == .narrow { return Array(view.waiting.prefix(waitingLineCount)) }
        let start = end.advanced(by: -time.length)
        let listed = view.urgent.lazy.filter { alert in
            switch alert.state {
            case .firing, .noData: true
            case .pending: false
            case .resolved(_, let at): at >= start
            }
        }
        return Array(listed.prefix(Self.mostListed))
    }

    /// The pane Alerts has them all.
    private static let mostListed = 50

    /// How many of the alerts that wait have a line above everything else.
    private var waitingLineCount: Int { size.widthClass == .narrow && size.height >= 30 ? 3 : 1 }

    /// The most urgent of the alerts that wait, above everything else; the header says how many there are.
    var waitingLines: [StyledText] {
        guard let waiting = alerts.view?.waiting, !waiting.isEmpty else { return [] }
        return waiting.prefix(waitingLineCount).map { alert in
            alert.severityMark + StyledText("  ") + StyledText(sentence(alert), .textStrong)
        }
    }

    /// What opens the first of them: Enter while the keys are lent to it.
    var waitingHint: StyledText {
        let isFocused = overview.focus == .alerts
        return StyledText(isFocused ? keyLabel("overview.open") : keyLabel("alerts.waiting"), .key)
            + StyledText(" open", .textMuted)
    }

    /// Draws the panel beside what changed.
    func drawOverviewAlerts(_ layout: OverviewLayout, on canvas: inout Canvas) {
        guard !layout.alertsFrame.isEmpty, alerts.view != nil else { return }
        let shown = overviewAlerts
        let isFocused = overview.focus == .alerts
        Frame(title: StyledText(shown.isEmpty ? "No alert" : "Alerts"), isFocused: isFocused)
            .draw(in: layout.alertsFrame, on: &canvas)
        let columns: [Table.Column] = [
            .init("", minimum: 6, maximum: 6), .init("", minimum: 20),
            .init("", alignment: .right, minimum: size.widthClass == .wide ? 16 : 9, maximum: 16),
        ]
        let namesTime = size.widthClass == .wide
        let reference = now ?? end
        let selected = isFocused && !shown.isEmpty ? min(overview.alertsSelection, shown.count - 1) : nil
        var table = Table(columns, count: shown.count, selected: selected) { index in
            let alert = shown[index]
            let isQuiet = AlertStage(alert) >= .silenced
            return [
                alert.severityMark, StyledText(sentence(alert), isQuiet ? .textMuted : .text),
                alert.ownership(reference: namesTime ? reference : nil),
            ]
        }
        table.hasHeader = false
        table.draw(in: layout.alerts, on: &canvas)
    }

    /// Whether an alert that is shown says what the finding says.
    func isTold(_ finding: Finding) -> Bool {
        guard let view = alerts.view else { return false }
        if size.widthClass == .narrow { return view.waiting.contains { $0.says(finding) } }
        return view.urgent.contains { $0.isActive && $0.says(finding) }
    }
}

extension Alert {
    /// Who looks after it, at the end of a line.
    func ownership(reference: Timestamp?) -> StyledText {
        switch AlertStage(self) {
        case .silenced: StyledText("silenced", .textMuted)
        case .resolved: StyledText("resolved", .textMuted)
        case .pending: StyledText("pending", .textMuted)
        case .waiting: StyledText("ack: —", .textStrong)
        case .acknowledged:
            StyledText("ack: ", .textMuted)
                + StyledText(
                    acknowledgement.map { acknowledgement in
                        let time = reference.map { " " + TimeWords.minute(acknowledgement.time, reference: $0) } ?? ""
                        return PrincipalName.short(acknowledgement.principal) + time
                    } ?? "")
        }
    }

    /// Whether it is about what the finding is about: the same kind of number, of the same group of calls.
    fileprivate func says(_ finding: Finding) -> Bool {
        guard watched.kind == finding.measure else { return false }
        switch finding.subject {
        case .all: return true
        case .row(let name): return name.map { name in subject.labels.contains { $0.value == name } } ?? false
        case .server: return false
        }
    }
}

extension AlertWatched {
    /// The kind of finding that would say the same; nil when none would.
    fileprivate var kind: Finding.Measure? {
        switch self {
        case .measure(.latency, _, _), .measure(.timeToFirstToken, _, _): .latency
        case .measure(.errorRate, _, _), .measure(.errors, _, _), .objective: .errors
        case .measure(.calls, _, _), .measure(.callRate, _, _), .measure(.freshness, _, _): .traffic
        case .measure, .budget: nil
        }
    }
}
