import Domain
import Drawing

extension Prompt {
    /// Draws the line in the footer, and above it what is wrong with it or what it could become.
    func draw(_ state: ConsoleState, in layout: ScreenLayout, on canvas: inout Canvas) {
        let (above, footer) = (layout.lowerRule, layout.footer)
        canvas.fill(footer)
        let prefix = 1 + sign.count
        canvas.write(StyledText(sign, .key), in: footer, column: 1)
        input.draw(in: footer.splitLeft(prefix).rest, on: &canvas)
        canvas.fill(above)
        if mistake == nil || cycle != nil { drawCandidates(state, prefix: prefix, in: layout.pane, on: &canvas) }
        if let mistake {
            drawMistake(mistake.text, column: mistake.offset.map { prefix + $0 }, in: above, on: &canvas)
        } else {
            canvas.write(help(state), in: above.inset(horizontal: 1, vertical: 0))
        }
    }

    /// The most candidates that are listed at once.
    private static let candidateRows = 6

    /// The candidates above the place that they would take.
    private func drawCandidates(_ state: ConsoleState, prefix: Int, in pane: Rect, on canvas: inout Canvas) {
        let candidates = completions(state.vocabulary.words)
        guard let first = candidates.first else { return }
        let start = String(input.text.unicodeScalars.prefix(first.replaced.lowerBound))
        let rows = min(Self.candidateRows, candidates.count, pane.height)
        var table = Table(
            [.init("", minimum: 1, maximum: 40), .init("", minimum: 1)], count: candidates.count, selected: cycle?.index
        ) { [StyledText(candidates[$0].text), StyledText(candidates[$0].hint, .textMuted)] }
        table.hasHeader = false
        let widest = { (text: KeyPath<FilterCompletion, String>) in
            candidates.reduce(0) { max($0, Text.width(of: Text.sanitized($1[keyPath: text]))) }
        }
        let width = min(min(40, widest(\.text)) + widest(\.hint) + 3, pane.width)
        let column = min(max(0, prefix + Text.width(of: Text.sanitized(start)) - 1), pane.width - width)
        let box = pane.splitBottom(rows).bottom.splitLeft(column).rest.splitLeft(width).left
        canvas.fill(box)
        table.draw(in: box, on: &canvas)
        canvas.lay(box, on: .dialog)
        guard candidates.count > rows else { return }
        let more = StyledText(" \(candidates.count - rows) more ", .textMuted)
        canvas.write(more, in: box, row: rows - 1, alignment: .right)
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

    /// What the line could become; where that is free text, what the command does.
    private func commandHelp(_ state: ConsoleState) -> StyledText {
        let completions = CommandLine.completions(of: input.text, in: state)
        if completions.isEmpty, let command = CommandLine.command(of: input.text, in: state),
            let takes = command.argument
        {
            return StyledText("\(takes.label)", .key) + StyledText("  \(command.description)", .textMuted)
        }
        return .joined(
            completions.prefix(40).map { completion in
                let shown = completion.split(separator: " ", maxSplits: 1).last.map(String.init) ?? completion
                return StyledText(shown, .textMuted)
            }, separator: StyledText("  "))
    }

    private func help(_ state: ConsoleState) -> StyledText {
        switch purpose {
        case .filter:
            StyledText(
                "status:error  model:a,b  -release:r42  latency>3s  cost>$0.05  score.NAME<0.5  \"text\"", .textMuted)
        case .words: StyledText("words that occur in rule, subject, state or sentence; empty shows all", .textMuted)
        case .search: StyledText("looks in what is read; empty ends the search", .textMuted)
        case .time: StyledText("03:12 · 2h (ago) · 2026-11-23 03:12 · now         all times UTC", .textMuted)
        case .command: commandHelp(state)
        }
    }
}
