import Domain
import Drawing

extension ConsoleState {
    /// Draws the table of requests.
    func drawRequests(in pane: Rect, on canvas: inout Canvas) {
        guard let answer = requests.answer else {
            canvas.write("reading the store …", in: pane, row: pane.height / 2, style: .muted, alignment: .centre)
            return
        }
        for (row, request) in answer.page.rows.prefix(pane.height).enumerated() {
            canvas.write(StyledText(request.call.model ?? "unknown"), in: pane, column: 1, row: row)
        }
    }
}
