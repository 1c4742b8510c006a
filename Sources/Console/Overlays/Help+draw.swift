import Domain
import Drawing

extension Help {
    /// Draws the list over the pane: key, word on the `:` line, what it does, and why it cannot be done now.
    func draw(_ state: ConsoleState, in pane: Rect, on canvas: inout Canvas) {
        let box = pane.centred(width: min(pane.width, 112), height: pane.height)
        canvas.fill(box)
        let frame = Frame(
            title: "Commands and keys", footer: StyledText("any command also runs from the : line", .textMuted),
            isFocused: true)
        let inside = frame.draw(in: box, on: &canvas)
        canvas.lay(box, on: .dialog)
        let (field, below) = inside.splitTop(search == nil ? 0 : 1)
        let legend = search == nil ? legend(width: inside.width - 2) : []
        let (middle, foot) = below.splitBottom(below.height >= 12 ? legend.count : 0)
        for (row, line) in legend.enumerated() where row < foot.height {
            canvas.write(line, in: foot, column: 1, row: row)
        }
        let (list, detail) = middle.splitBottom(inside.width < 100 && middle.height >= 8 ? 2 : 0)
        search?.draw(prompt: StyledText("/", .key), in: field, on: &canvas)
        let commands = matches
        guard !commands.isEmpty else {
            canvas.write("nothing matches", in: list, column: 1, style: .muted)
            return
        }
        var table = Table(columns, count: commands.count, selected: min(max(0, selected), commands.count - 1)) {
            index in
            row(commands[index], state)
        }
        table.hasHeader = true
        table.draw(in: list, on: &canvas)
        // Where a row is cut, the selected one is said in full.
        let whole = commands[min(max(0, selected), commands.count - 1)].description
        for (row, line) in StyledText(whole).wrapped(width: detail.width - 2, glyphs: canvas.glyphs).enumerated()
        where row < detail.height {
            canvas.write(line, in: detail, column: 1, row: row)
        }
    }

    /// What the signs on charts mean, where there are charts.
    private func legend(width: Int) -> [StyledText] {
        guard place.hasCharts else { return [] }
        var lines = [StyledText("On charts:", .textMuted)]
        for kind in Mark.Kind.allCases.sorted(by: { $0.rank > $1.rank }) {
            let next = lines[lines.count - 1] + StyledText("  ") + kind.name
            if next.width() <= width { lines[lines.count - 1] = next } else { lines.append(kind.name) }
        }
        return lines
    }

    private var columns: [Table.Column] {
        [
            .init("KEY", minimum: 11, maximum: 11), .init("COMMAND", minimum: 20, maximum: 24),
            .init("WHAT IT DOES", minimum: 20),
        ]
    }

    private func row(_ command: Command, _ state: ConsoleState) -> [StyledText] {
        let reason = command.disabledReason(state)
        let keys = state.keyMap.keys(of: command).map(\.label).joined(separator: " ")
        let argument = command.argument.map { StyledText(" \($0.label)", .textMuted) } ?? StyledText()
        let what = StyledText(command.description, reason == nil ? .text : .textMuted)
        return [
            StyledText(keys, reason == nil ? .key : .textMuted), StyledText(":\(command.word)") + argument,
            reason.map { StyledText("not now: \($0) – ", .statusUnknown) + what } ?? what,
        ]
    }
}
