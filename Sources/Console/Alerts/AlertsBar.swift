import Domain
import Drawing

/// The lists of the pane with how much is in each, and when the rules were looked at last.
struct AlertsBar {
    private let tabs: [(panel: AlertsPanel, text: StyledText)]
    private let right: StyledText

    init(_ state: ConsoleState) {
        tabs = AlertsPanel.allCases.map { panel in
            let count = state.alerts.view?.count(of: panel)
            let style = Style(panel == state.alerts.panel ? .tabActive : .tab)
            let name = StyledText(panel.rawValue + (count.map { " \(Format.count($0))" } ?? ""), style)
            let trouble = state.alerts.trouble(in: panel, at: state.now ?? state.end)
            return (panel, name + (trouble ? StyledText(" ▲", .statusWarning) : ""))
        }
        var parts: [StyledText] = []
        if !state.alerts.filter.isEmpty { parts.append(StyledText(state.alerts.filter.text, .match)) }
        if state.alerts.panel == .alerts, state.alerts.order != .urgency {
            parts.append(StyledText("by \(state.alerts.order.rawValue)", .textMuted))
        }
        if let evaluated = state.alerts.view?.board.evaluated {
            let age = Format.age(seconds: max(0, (state.now ?? state.end).since(evaluated).seconds))
            parts.append(StyledText("looked at \(age) ago", .textMuted))
        }
        right = .joined(parts, separator: StyledText("  "))
    }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        let edge = rect.width - 1 - right.width(in: canvas.glyphs)
        for (tab, columns) in places(in: rect) { canvas.write(tab.text, in: rect, column: columns.lowerBound - rect.x) }
        if let last = places(in: rect).last?.columns.upperBound, edge > last - rect.x {
            canvas.write(right, in: rect, column: edge)
        }
    }

    /// The list whose name is drawn at this column.
    func panel(atColumn x: Int, in rect: Rect) -> AlertsPanel? {
        places(in: rect).first { $0.columns.contains(x) }?.tab.panel
    }

    private func places(in rect: Rect) -> [(tab: (panel: AlertsPanel, text: StyledText), columns: Range<Int>)] {
        var column = rect.x + 1
        return tabs.map { tab in
            let start = column
            column += tab.text.width() + 2
            return (tab, start..<column - 2)
        }
    }
}

extension AlertsState {
    /// Whether something in the list needs a look that the list of alerts does not tell.
    fileprivate func trouble(in panel: AlertsPanel, at time: Timestamp) -> Bool {
        guard let board = view?.board else { return false }
        return switch panel {
        case .alerts, .silences: false
        case .rules: board.rules.contains { $0.trouble != nil }
        case .budgets: board.budgets.contains { $0.isOver }
        case .receivers: board.receivers.contains { $0.isTroubled(at: time) }
        }
    }
}
