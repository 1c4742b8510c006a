import Domain
import Drawing

extension ConsoleState {
    /// Draws the request that was opened.
    func drawRequest(in pane: Rect, on canvas: inout Canvas) {
        guard let request, let outline = request.answer?.outline else {
            canvas.write("reading the store …", in: pane, row: pane.height / 2, style: .muted, alignment: .centre)
            return
        }
        for (row, step) in outline.steps.prefix(pane.height).enumerated() {
            canvas.write(StyledText(step.name), in: pane, column: 1, row: row)
        }
    }
}
