import Drawing

extension ConsoleState {
    /// Moves in the list that is seen.
    mutating func moveInAlerts(_ movement: Movement) {
        let panel = alerts.panel
        if case .charts(let distance) = movement {
            showAlertsPanel(distance)
        } else if let present = alerts.selectedIndex(of: panel) {
            alerts.select(present + movement.rows(page: alertsLayout.list.height - 1), of: panel)
        }
    }

    /// Shows the next list, or the one before.
    mutating func showAlertsPanel(_ distance: Int) {
        let all = AlertsPanel.allCases
        let present = all.firstIndex(of: alerts.panel) ?? 0
        alerts.panel = all[(present + distance + all.count) % all.count]
    }

    /// The mouse chooses a list or a row.
    mutating func pressInAlerts(x: Int, y: Int) {
        let layout = alertsLayout
        if layout.panels.contains(x: x, y: y) {
            if let panel = AlertsBar(self).panel(atColumn: x, in: layout.panels) { alerts.panel = panel }
            return
        }
        switch alertsTable?.hit(x: x, y: y, in: layout.list, glyphs: glyphs) {
        case .row(let index): alerts.select(index, of: alerts.panel)
        case .header(let column) where alerts.panel == .alerts:
            alerts.order = AlertList.order(ofColumn: column)
            prepareAlerts()
        default: break
        }
    }
}
