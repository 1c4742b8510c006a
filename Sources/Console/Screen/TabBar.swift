import Drawing

/// The panes that there are, with their digits.
enum TabBar {
    private static let tabs = [(label: "1 Overview", command: "pane.overview")]

    static func draw(in rect: Rect, on canvas: inout Canvas) {
        for (label, _, columns) in places {
            canvas.write(label, in: rect, column: columns.lowerBound, style: Style(.tabActive))
        }
    }

    /// The command of the tab at this column.
    static func command(atColumn column: Int) -> String? {
        places.first { $0.columns.contains(column) }?.command
    }

    private static var places: [(label: String, command: String, columns: Range<Int>)] {
        var column = 1
        return tabs.map { tab in
            let start = column
            column += Text.width(of: tab.label) + 2
            return (tab.label, tab.command, start..<column - 2)
        }
    }
}
