import Domain
import Drawing

extension ConsoleState {
    /// Draws the table of requests.
    func drawRequests(in pane: Rect, on canvas: inout Canvas) {
        let layout = requestsLayout
        let inside = layout.lines.inset(horizontal: 1, vertical: 0)
        for (row, line) in requestsLines.prefix(inside.height).enumerated() {
            canvas.write(line.left, in: inside, row: row)
            canvas.write(line.right, in: inside, row: row, alignment: .right)
        }
        guard let view = shownRequests else {
            let words = requests.lens.filter.readsContents ? "searching what was said …" : "reading the store …"
            if requests.asking.failure == nil {
                canvas.write(words, in: pane, row: pane.height / 2, style: .muted, alignment: .centre)
            }
            return
        }
        guard !teaches else {
            drawLesson(in: layout.table, on: &canvas)
            return
        }
        guard !view.rows.isEmpty else {
            drawNoRequests(view.answer, in: layout.table, on: &canvas)
            return
        }
        requestsTable?.table.draw(in: layout.table, on: &canvas)
    }

    /// Says that there are no calls, and where there would be some.
    private func drawNoRequests(_ answer: RequestsAnswer, in rect: Rect, on canvas: inout Canvas) {
        let area = rect.inset(horizontal: 1, vertical: 0)
        let length = TimeWords.length(answer.question.range.length)
        let isFiltered = !requests.lens.filterText.isEmpty
        canvas.write(
            isFiltered ? "no call of the last \(length) matches" : "no calls in the last \(length)", in: area, row: 1)
        var advice: [StyledText] = []
        func advise(_ command: String, _ words: String) {
            advice.append(StyledText(keyLabel(command), .key) + StyledText(" \(words)", .textMuted))
        }
        if isFiltered { advise("requests.all", "shows all calls") }
        if isFiltered { advise("requests.filter", "changes the filter") }
        advise("range.longer", "looks further back")
        if scope != Scope() { advise("scope.service", "looks at other services") }
        canvas.write(.joined(advice, separator: StyledText(" · ", .textMuted)), in: area, row: 2)
        var row = 3
        if let newest = summary?.newest {
            let moment = TimeWords.second(newest, reference: now ?? end)
            canvas.write("the newest span ended at \(moment)", in: area, row: row, style: .muted)
            row += 1
        }
        for line in looserWords(answer) {
            row += 1
            canvas.write(line, in: area, row: row)
        }
    }

    /// Which conditions keep all calls out, if any does so alone: `without release:r99 1.2k calls match`.
    private func looserWords(_ answer: RequestsAnswer) -> [StyledText] {
        let conditions = Filter.conditions(of: requests.lens.filterText)
        guard conditions.count > 1 else { return [] }
        return answer.loosenings.compactMap { loosening in
            guard conditions.indices.contains(loosening.term) else { return nil }
            let calls = loosening.calls.map { "\(Format.count(Double($0))) calls match" } ?? "some calls match"
            return StyledText("without ", .textMuted) + StyledText(conditions[loosening.term], .match)
                + StyledText("  \(calls)", .textMuted)
        }
    }
}
