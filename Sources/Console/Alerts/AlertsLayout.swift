import Drawing

/// Where the parts of the pane Alerts stand: what keeps it from being true, which lists there are, the list, and what is selected in it,
/// below the list or, in a wide window, beside it.
struct AlertsLayout {
    let warnings: Rect
    let panels: Rect
    let list: Rect
    let detail: Rect

    /// - Parameters:
    ///   - warnings: lines of them.
    ///   - rows: rows of the list, without its header.
    init(warnings: Int, rows: Int, in pane: Rect, _ width: CanvasSize.WidthClass) {
        let (top, rest) = pane.splitTop(min(warnings, pane.height / 3))
        self.warnings = top
        let (bar, body) = rest.splitTop(1)
        panels = bar
        if width == .wide {
            let (left, right) = body.splitLeft(body.width * 55 / 100)
            (list, detail) = (left, right.splitLeft(2).rest)
        } else {
            // What is selected has the larger part.
            let most = max(3, body.height * 2 / 5)
            let (upper, lower) = body.splitTop(min(rows + 1, most))
            (list, detail) = (upper, lower.splitTop(1).rest)
        }
    }
}

extension ConsoleState {
    /// Where things stand now.
    var alertsLayout: AlertsLayout {
        AlertsLayout(
            warnings: alertsWarnings.count, rows: max(1, alerts.view?.count(of: alerts.panel) ?? 0),
            in: ScreenLayout(size).pane, size.widthClass)
    }
}
