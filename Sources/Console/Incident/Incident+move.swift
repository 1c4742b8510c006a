import Diagnosis
import Domain
import Drawing

extension ConsoleState {
    /// Moves in the panel of the incident that takes the keys.
    mutating func moveInIncident(_ movement: Movement) {
        guard var incident, let present = incident.selectedIndex(of: incident.focus) else { return }
        incident.select(present + movement.rows(page: 6), of: incident.focus)
        self.incident = incident
    }

    /// Gives the keys to the next panel, or to the one before.
    mutating func focusIncidentPanel(_ distance: Int) {
        guard let incident else { return }
        let panels = IncidentState.Panel.allCases
        let present = panels.firstIndex(of: incident.focus) ?? 0
        self.incident?.focus = panels[(present + distance + panels.count) % panels.count]
    }

    /// Opens the selected request, or lists the calls behind the selected change or row of the split, the worst first; Esc leads back.
    mutating func openInIncident() throws(CommandFailure) -> [Effect] {
        guard let incident, let index = incident.selectedIndex(of: incident.focus) else { return [] }
        switch incident.focus {
        case .requests:
            if let row = incident.dossier?.worst[index] { openRequest(trace: row.traceID, span: row.spanID) }
        case .split:
            guard let split = incident.split, let dossier = incident.dossier else { break }
            var calls = dossier.question.calls
            calls.terms.removeAll { if case .equals(split.dimension, _) = $0.condition { true } else { false } }
            calls.terms.append(FilterTerm(.equals(split.dimension, [split.rows[index].name ?? "unknown"])))
            try openRequests(filter: calls.written, order: .worst, time: incidentTime)
        case .changes:
            let mark = incident.changes[index].mark
            guard let subject = mark.subject, let dimension = mark.kind.dimension else {
                try openRequests(filter: incidentFilterText, order: .worst, time: incidentTime)
                break
            }
            let changed = Filter([FilterTerm(.equals(dimension, [subject]))])
            try openRequests(filter: changed.written, order: .worst, time: incidentTime)
        }
        return []
    }

    /// The mouse selects a panel and a row.
    mutating func pressInIncident(x: Int, y: Int) {
        guard var incident else { return }
        let layout = incidentLayout
        let places =
            [(IncidentState.Panel.changes, layout.changesFrame), (.requests, layout.requestsFrame)]
            + (layout.splitFrames.count == 1 ? layout.splitFrames.map { (.split, $0) } : [])
        guard let (panel, frame) = places.first(where: { $0.1.contains(x: x, y: y) }) else { return }
        incident.focus = panel
        if case .row(let index)? = incidentTable(panel, incident)?.hit(
            x: x, y: y, in: layout.inside(frame), glyphs: glyphs)
        {
            incident.select(index, of: panel)
        }
        self.incident = incident
    }
}
