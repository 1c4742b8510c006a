import Drawing

/// The decision as it is drawn, in the lower part of the pane so that the gates stay in sight.
struct DecisionView {
    let decision: Decision
    let outlook: DecisionOutlook

    func draw(in pane: Rect, on canvas: inout Canvas) {
        var body = outlook.lines
        if let mistake = decision.mistake { body.insert(StyledText("▲ \(mistake)", .statusWarning), at: 0) }
        let act = outlook.name == nil || decision.field == .name ? " do it   " : " go on   "
        let footer =
            StyledText("Enter", .key) + StyledText(act, .textMuted) + StyledText("Esc", .key)
            + StyledText(" leave it", .textMuted)
        let dialog = Dialog(
            title: StyledText(outlook.title), body: body, footer: footer, width: min(96, pane.width - 2),
            extraRows: outlook.name == nil ? 2 : 3)
        let lower = pane.splitBottom(max(min(16, pane.height), pane.height / 2)).bottom
        let fields = dialog.draw(in: lower, on: &canvas).splitTop(1).rest
        let (first, second) = fields.splitTop(1)
        let isAtReason = decision.field == .reason
        if let name = outlook.name {
            let prompt = StyledText("type ") + StyledText(name, .rolloutCanary) + StyledText(": ")
            decision.name.draw(prompt: prompt, isFocused: !isAtReason, in: second, on: &canvas)
        }
        let why = StyledText("why: ")
        decision.reason.draw(prompt: why, isFocused: isAtReason, in: first, on: &canvas)
        if decision.reason.isEmpty, let usual = outlook.usualReason {
            canvas.write(usual, in: first, column: why.width(in: canvas.glyphs), style: .muted)
        }
    }
}
