import Diagnosis
import Domain
import Drawing
import Wording

extension ConsoleState {
    /// Draws the incident that was opened.
    func drawIncident(in pane: Rect, on canvas: inout Canvas) {
        guard let incident else { return }
        let layout = incidentLayout
        for (row, line) in incidentHeadline.prefix(layout.headline.height).enumerated() {
            let inside = layout.headline.inset(horizontal: 1, vertical: 0)
            let gap = line.right.isEmpty ? 0 : line.right.width(in: glyphs) + 2
            canvas.write(line.left, in: inside.splitLeft(inside.width - gap).left, row: row)
            canvas.write(line.right, in: inside, row: row, alignment: .right)
        }
        guard let dossier = incident.dossier else {
            let text = incident.asking.failure.map { StyledText("✖ \($0.reason)", .statusCritical) }
            canvas.write(
                text ?? StyledText("reading the store …", .textMuted), in: pane, row: pane.height / 2,
                alignment: .centre)
            return
        }
        let question = dossier.question
        AlertChart(
            question.alert.watched, rule: question.rule, reading: question.alert.reading, timeline: dossier.timeline,
            marks: dossier.marks, range: question.range
        ).draw(reference: now ?? end, in: layout.chart, on: &canvas)
        drawIncidentChanges(incident, layout, on: &canvas)
        drawSplits(incident, dossier, layout, on: &canvas)
        drawWorst(incident, dossier, layout, on: &canvas)
    }

    /// What is wrong, since when, for how many, who looks after it.
    var incidentHeadline: [(left: StyledText, right: StyledText)] {
        guard let incident else { return [] }
        let (alert, reference) = (incident.alert, now ?? end)
        let warnings = [Freshness(self).warning(reference: reference)].compactMap { $0 }.map {
            (left: $0, right: StyledText())
        }
        let sentence =
            alert.severityMark + StyledText("  ") + StyledText(sentence(alert), .textStrong)
        var lines = warnings + [(left: sentence, right: alert.ownership(reference: reference))]
        lines.append((left: facts(of: alert, incident.dossier, reference), right: StyledText()))
        if size.height >= 30, let summary = incident.dossier?.question.rule?.summary {
            lines.append((left: StyledText("what to do  ", .textMuted) + StyledText(summary), right: StyledText()))
        }
        return lines
    }

    private func facts(of alert: Alert, _ dossier: IncidentDossier?, _ reference: Timestamp) -> StyledText {
        var facts: [String] = []
        if case .resolved(let since, let end) = alert.state {
            facts.append(
                "from \(TimeWords.minute(since, reference: reference)) to \(TimeWords.minute(end, reference: reference))"
            )
        } else {
            facts.append("\(alert.stateWord) since \(TimeWords.second(alert.since, reference: reference))")
        }
        if let total = dossier?.total {
            facts.append("\(Format.count(Double(total.calls))) calls")
            facts.append("\(Format.percent(total.errorRate)) failed")
            facts.append("p95 \(Format.duration(seconds: total.duration?.p95))")
        }
        return StyledText(facts.joined(separator: " · "), .textMuted) + StyledText("  rule \(alert.rule)", .textMuted)
    }

    // MARK: Panels

    private func drawIncidentChanges(_ incident: IncidentState, _ layout: IncidentLayout, on canvas: inout Canvas) {
        let changes = incident.changes
        let title = changes.isEmpty ? "Nothing changed that is known of" : "What changed"
        drawTitle(StyledText(title, .title), of: .changes, incident, layout.changesFrame, layout, on: &canvas)
        incidentTable(.changes, incident)?.draw(in: layout.inside(layout.changesFrame), on: &canvas)
    }

    private func drawSplits(
        _ incident: IncidentState, _ dossier: IncidentDossier, _ layout: IncidentLayout, on canvas: inout Canvas
    ) {
        let isSingle = layout.splitFrames.count == 1
        let shown = isSingle ? [incident.split].compactMap(\.self) : dossier.splits
        for (split, frame) in zip(shown, layout.splitFrames) {
            let others = dossier.splits.map(\.dimension).filter { $0 != split.dimension }.map(\.rawValue)
            var title = StyledText("By \(split.dimension.rawValue)", .title)
            if isSingle, !others.isEmpty {
                title += StyledText(" ▾", .title) + StyledText(" (\(others.joined(separator: " · ")))", .textMuted)
            }
            let isChosen = split.dimension == incident.split?.dimension
            drawTitle(title, of: isChosen ? .split : nil, incident, frame, layout, on: &canvas)
            IncidentSplitTable.table(
                split, dossier.harm, selected: isChosen ? incident.selectedIndex(of: .split) : nil,
                isFocused: isChosen && incident.focus == .split
            ).draw(in: layout.inside(frame), on: &canvas)
        }
    }

    private func drawWorst(
        _ incident: IncidentState, _ dossier: IncidentDossier, _ layout: IncidentLayout, on canvas: inout Canvas
    ) {
        let title = dossier.worst.isEmpty ? "No request is to be seen" : "Worst requests"
        drawTitle(StyledText(title, .title), of: .requests, incident, layout.requestsFrame, layout, on: &canvas)
        incidentTable(.requests, incident)?.draw(in: layout.inside(layout.requestsFrame), on: &canvas)
    }

    /// The table of a panel; nil while it has no rows.
    func incidentTable(_ panel: IncidentState.Panel, _ incident: IncidentState) -> Table? {
        guard let dossier = incident.dossier, let selected = incident.selectedIndex(of: panel) else { return nil }
        let isFocused = incident.focus == panel
        switch panel {
        case .changes:
            return IncidentChangesTable.table(
                incident.changes, began: dossier.question.alert.since, selected: isFocused ? selected : nil,
                namesService: (summary?.services.count ?? 0) > 1, reference: now ?? end)
        case .split:
            return incident.split.map {
                IncidentSplitTable.table($0, dossier.harm, selected: selected, isFocused: isFocused)
            }
        case .requests:
            return IncidentRequestsTable.table(
                dossier.worst, selected: selected, isFocused: isFocused, isNarrow: size.widthClass == .narrow,
                reference: now ?? end)
        }
    }

    private func drawTitle(
        _ title: StyledText, of panel: IncidentState.Panel?, _ incident: IncidentState, _ rect: Rect,
        _ layout: IncidentLayout, on canvas: inout Canvas
    ) {
        let isFocused = panel == incident.focus
        if layout.isFramed {
            Frame(title: title, isFocused: isFocused).draw(in: rect, on: &canvas)
        } else if !rect.isEmpty {
            let line = rect.splitTop(1).top
            canvas.fill(line, with: "─", style: Style(isFocused ? .frameFocused : .frame))
            canvas.write(
                StyledText(" ") + title + StyledText(" "), in: line, column: 1)
        }
    }
}
