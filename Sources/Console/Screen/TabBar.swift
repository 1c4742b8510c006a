import Drawing

/// The panes that there are, with their digits.
enum TabBar {
    private static let tabs: [(pane: Pane, label: String, command: String)] = [
        (.overview, "1 Overview", "pane.overview"), (.requests, "2 Requests", "pane.requests"),
        (.prompts, "4 Prompts", "pane.prompts"), (.rollouts, "5 Rollouts", "pane.rollouts"),
        (.evaluations, "6 Evals", "pane.evaluations"), (.alerts, "7 Alerts", "pane.alerts"),
        (.audit, "8 Audit", "pane.audit"),
    ]

    static func draw(_ chosen: Pane?, in rect: Rect, on canvas: inout Canvas) {
        for (tab, columns) in places(width: rect.width) {
            let style = Style(tab.pane == chosen ? .tabActive : .tab)
            canvas.write(tab.label, in: rect, column: columns.lowerBound, style: style)
        }
    }

    /// The command of the tab at this column of a screen of this width.
    static func command(atColumn column: Int, width: Int) -> String? {
        places(width: width).first { $0.columns.contains(column) }?.tab.command
    }

    /// Two blanks stand between tabs where there is room, else one.
    private static func places(
        width: Int
    ) -> [(tab: (pane: Pane, label: String, command: String), columns: Range<Int>)] {
        let gap = tabs.reduce(-1) { $0 + Text.width(of: $1.label) + 2 } <= width ? 2 : 1
        var column = 1
        return tabs.map { tab in
            let start = column
            column += Text.width(of: tab.label) + gap
            return (tab, start..<column - gap)
        }
    }
}
