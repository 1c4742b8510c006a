import Domain
import Drawing

extension ConsoleState {
    /// Draws the pane.
    func drawAlerts(in pane: Rect, on canvas: inout Canvas) {
        let layout = alertsLayout
        for (row, line) in alertsWarnings.prefix(layout.warnings.height).enumerated() {
            canvas.write(line, in: layout.warnings, column: 1, row: row)
        }
        AlertsBar(self).draw(in: layout.panels, on: &canvas)
        guard alerts.answer != nil else {
            if alerts.asking.failure == nil {
                canvas.write("reading the store …", in: pane, row: pane.height / 2, style: .muted, alignment: .centre)
            }
            return
        }
        guard let view = alerts.view, let index = alerts.selectedIndex(of: alerts.panel) else {
            AlertsLesson(self).draw(
                in: pane.splitTop(layout.warnings.height + 2).rest.inset(horizontal: 1, vertical: 0), on: &canvas)
            return
        }
        alertsTable?.draw(in: layout.list, on: &canvas)
        let detail = layout.detail.inset(horizontal: 1, vertical: 0)
        switch alerts.panel {
        case .alerts: AlertDetail(view.alerts[index], self).draw(in: detail, on: &canvas)
        case .rules: RuleDetail(view.rules[index], self).draw(in: detail, on: &canvas)
        case .budgets: BudgetDetail(view.budgets[index], self).draw(in: detail, on: &canvas)
        case .silences: SilenceDetail(view.silences[index], self).draw(in: detail, on: &canvas)
        case .receivers: ReceiverDetail(view.receivers[index], self).draw(in: detail, on: &canvas)
        }
    }

    /// The list that is seen, with its selection; nil when there is none.
    var alertsTable: Table? {
        guard let view = alerts.view, let selected = alerts.selectedIndex(of: alerts.panel) else { return nil }
        let reference = now ?? end
        var table =
            switch alerts.panel {
            case .alerts:
                AlertList.table(view.alerts, isNarrow: size.widthClass == .narrow, at: reference, sentence: sentence)
            case .rules: RuleList.table(view.rules, worst: view.board.worstByRule, at: reference)
            case .budgets: BudgetList.table(view.budgets, width: size.width)
            case .silences: SilenceList.table(view, at: reference)
            case .receivers: ReceiverList.table(view.receivers, at: reference)
            }
        table.selected = selected
        return table
    }

    /// What keeps the lists from being what is so now. Empty when all is well.
    var alertsWarnings: [StyledText] {
        var lines = [Freshness(self).warning(reference: now ?? end)].compactMap { $0 }
        if let failure = alerts.asking.failure, asking.failure == nil {
            lines.append(StyledText("✖ the alerts cannot be read: \(failure.reason)", .statusCritical))
        }
        if let view = alerts.view, let unseen = AlertsBadge.unseen(self, view) {
            lines.append(
                StyledText(
                    "? no rule was looked at for \(Format.age(seconds: unseen.seconds)): what is shown may be over, and what is not "
                        + "shown may have begun", .statusWarning))
        }
        return lines
    }
}
