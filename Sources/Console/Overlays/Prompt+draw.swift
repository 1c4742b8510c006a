import Drawing

extension Prompt {
    /// Draws the line in the footer, and above it what is wrong with it or what it could become.
    func draw(_ state: ConsoleState, above: Rect, in footer: Rect, on canvas: inout Canvas) {
        canvas.fill(footer)
        let prefix = 1 + sign.count
        canvas.write(StyledText(sign, .key), in: footer, column: 1)
        input.draw(in: footer.splitLeft(prefix).rest, on: &canvas)
        canvas.fill(above)
        if let mistake {
            drawMistake(mistake.text, column: mistake.offset.map { prefix + $0 }, in: above, on: &canvas)
        } else {
            canvas.write(help(state), in: above.inset(horizontal: 1, vertical: 0))
        }
    }

    /// The reason, with a ▼ over the character that is wrong if there is room for both.
    private func drawMistake(_ text: String, column: Int?, in rect: Rect, on canvas: inout Canvas) {
        let message = StyledText("▲ \(text)", .statusWarning)
        guard let column, column + 2 < rect.width else {
            canvas.write(message, in: rect, column: 1)
            return
        }
        let width = message.width(in: canvas.glyphs)
        if column > width + 2 {
            canvas.write(message, in: rect, column: 1)
            canvas.write("▼", in: rect, column: column, style: Style(.statusWarning))
        } else {
            canvas.write("▼", in: rect, column: column, style: Style(.statusWarning))
            canvas.write(StyledText(text, .statusWarning), in: rect, column: column + 2)
        }
    }

    private func help(_ state: ConsoleState) -> StyledText {
        switch purpose {
        case .filter:
            StyledText(
                "status:error  model:a,b  -release:r42  latency>3s  cost>$0.05  score.NAME<0.5  \"text\"", .textMuted)
        case .search: StyledText("looks in what is read; empty ends the search", .textMuted)
        case .time: StyledText("03:12 · 2h (ago) · 2026-11-23 03:12 · now         all times UTC", .textMuted)
        case .command:
            .joined(
                CommandLine.completions(of: input.text, in: state).prefix(40).map { completion in
                    let shown = completion.split(separator: " ", maxSplits: 1).last.map(String.init) ?? completion
                    return StyledText(shown, .textMuted)
                }, separator: StyledText("  "))
        }
    }
}
