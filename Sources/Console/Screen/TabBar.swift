import Drawing

/// The panes that there are, with their digits.
enum TabBar {
    private static let tabs: [(pane: Pane, label: String, command: String)] = [
        (.overview, "1 Overview", "pane.overview"), (.requests, "2 Requests", "pane.requests"),
        (.alerts, "7 Alerts", "pane.alerts"),
    ]

    static func draw(_ chosen: Pane?, in rect: Rect, on canvas: inout Canvas) {
        for (tab, columns) in places {
            let style = Style(tab.pane == chosen ? .tabActive : .tab)
            canvas.write(tab.label, in: rect, column: columns.lowerBound, style: style)
        }
    }

    /// The command of the tab at this column.
    static func command(atColumn column: Int) -> String? {
        places.first { $0.columns.contains(column) }?.tab.command
    }

    private static var places: [(tab: (pane: Pane, label: String, command: String), columns: Range<Int>)] {
        var column = 1
        return tabs.map { tab in
            let start = column
            column += Text.width(of: tab.label) + 2
            return (tab, start..<column - 2)
        }
    }
}
