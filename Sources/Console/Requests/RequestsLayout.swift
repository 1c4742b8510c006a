import Drawing

/// Where the parts of the table of requests stand: what is to be known above it, then the table. Drawing and the mouse use the same
/// one.
struct RequestsLayout {
    let lines: Rect
    let table: Rect

    init(lines: Int, in pane: Rect) { (self.lines, table) = pane.splitTop(min(lines, pane.height / 3)) }
}

extension ConsoleState {
    /// Where things stand now.
    var requestsLayout: RequestsLayout {
        RequestsLayout(lines: requestsLines.count, in: ScreenLayout(size).pane)
    }
}
