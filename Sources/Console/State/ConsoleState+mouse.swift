import Drawing

extension ConsoleState {
    /// The mouse selects, scrolls, sorts and opens; everything that it does has a key.
    mutating func point(_ mouse: Mouse) -> [Effect] {
        guard usesMouse, size.isLargeEnough else { return [] }
        if let overlay { return point(mouse, in: overlay) }
        switch mouse.action {
        case .scrollUp: move(.rows(-3))
        case .scrollDown: move(.rows(3))
        case .press: return press(x: mouse.x, y: mouse.y)
        }
        return []
    }

    private mutating func press(x: Int, y: Int) -> [Effect] {
        let layout = ScreenLayout(size)
        if let name = Header(self, width: size.width).command(atColumn: x), layout.header.contains(x: x, y: y) {
            return CommandTable.command(name).map { run($0, nil) } ?? []
        }
        if let name = TabBar.command(atColumn: x, width: size.width), layout.tabs.contains(x: x, y: y) {
            return CommandTable.command(name).map { run($0, nil) } ?? []
        }
        if place == .requests { return pressRequests(x: x, y: y) }
        if place == .request { pressInRequest(x: x, y: y) }
        if place == .alerts { pressInAlerts(x: x, y: y) }
        if place == .incident { pressInIncident(x: x, y: y) }
        if place == .prompts { pressInPrompts(x: x, y: y) }
        if place == .rollouts { pressInRollouts(x: x, y: y) }
        guard place == .overview else { return [] }
        let panes = overviewLayout
        overview.hasChosenFocus = true
        if let (kind, _) = panes.charts.first(where: { $0.rect.contains(x: x, y: y) }) {
            (overview.focus, overview.chart) = (.charts, kind)
        } else if panes.changes.contains(x: x, y: y) {
            overview.focus = .changes
        } else if panes.alertsFrame.contains(x: x, y: y) {
            overview.focus = .alerts
            if panes.alerts.contains(x: x, y: y) {
                overview.alertsSelection = min(y - panes.alerts.y, max(0, overviewAlerts.count - 1))
            }
        } else if panes.tableFrame.contains(x: x, y: y) {
            overview.focus = .breakdown
            pressTable(x: x, y: y, in: panes.table)
        }
        return []
    }

    private mutating func pressTable(x: Int, y: Int, in rect: Rect) {
        guard let breakdown = breakdown(width: rect.width) else { return }
        switch breakdown.table.hit(x: x, y: y, in: rect, glyphs: glyphs) {
        case .row(let index): overview.select(index)
        case .header(let index) where breakdown.columns.indices.contains(index):
            let column = breakdown.columns[index]
            guard sortableColumns.contains(column) else { return }
            var order = overview.order
            order.isAscending = order.column == column ? !order.isAscending : column == .name
            order.column = column
            overview.sort(by: order)
        default: break
        }
    }

    private mutating func point(_ mouse: Mouse, in overlay: Overlay) -> [Effect] {
        switch mouse.action {
        case .scrollUp: return press(.up)
        case .scrollDown: return press(.down)
        case .press:
            guard case .picker(var picker) = overlay else { return [] }
            guard let index = PickerView(picker, in: ScreenLayout(size).screen).item(atX: mouse.x, y: mouse.y) else {
                return press(.escape)
            }
            picker.selected = index
            self.overlay = .picker(picker)
            return press(.enter)
        }
    }
}
