import Domain
import Drawing

extension ConsoleState {
    var promptsLayout: PromptsLayout {
        PromptsLayout(prompts: prompts.answer?.histories.count ?? 0, in: ScreenLayout(size).pane, size.widthClass)
    }

    /// Draws the pane.
    func drawPrompts(in pane: Rect, on canvas: inout Canvas) {
        guard let answer = prompts.answer else {
            let text = prompts.asking.failure.map { StyledText("✖ \($0.reason)", .statusCritical) }
            canvas.write(
                text ?? StyledText("reading the store …", .textMuted), in: pane, row: pane.height / 2,
                alignment: .centre)
            return
        }
        guard let history = prompts.selected else {
            drawPromptsLesson(in: pane, on: &canvas)
            return
        }
        let layout = promptsLayout
        drawPanelTitle("Prompts", "", .prompts, layout.prompts, layout, on: &canvas)
        promptsTable(answer).draw(in: layout.inside(layout.prompts), on: &canvas)
        let last = "last \(TimeWords.length(time.length))"
        let marks = prompts.marked.isEmpty ? last : "marked: " + prompts.marked.map(String.init).joined(separator: ", ")
        drawPanelTitle(history.name, marks, .versions, layout.versions, layout, on: &canvas)
        versionsTable(history, answer).draw(in: layout.inside(layout.versions), on: &canvas)
        drawVersionDetail(history, in: layout, on: &canvas)
    }

    private func drawPromptsLesson(in pane: Rect, on canvas: inout Canvas) {
        let lines = [
            StyledText("There are no prompts yet.", .title), StyledText(),
            StyledText("Keep a prompt in a file (name, model and parameters above, text below) and push it:"),
            StyledText("    headframe prompt push support-answer.md -m \"first version\"", .key), StyledText(),
            StyledText(
                "Every push of a changed file makes a version that never changes; labels such as production move."),
        ]
        let room = pane.inset(horizontal: 2, vertical: 1)
        let wrapped = lines.flatMap { $0.wrapped(width: room.width, glyphs: glyphs) }
        for (row, line) in wrapped.enumerated() { canvas.write(line, in: room, row: row) }
    }

    private func drawPanelTitle(
        _ title: String, _ trailing: String, _ panel: PromptsState.Panel, _ rect: Rect, _ layout: PromptsLayout,
        on canvas: inout Canvas
    ) {
        let isFocused = prompts.focus == panel
        if layout.isFramed {
            Frame(
                title: StyledText(title), trailing: StyledText(trailing, .textMuted), isFocused: isFocused
            ).draw(in: rect, on: &canvas)
        } else {
            let line = rect.splitTop(1).top
            canvas.fill(line, with: "─", style: Style(isFocused ? .frameFocused : .frame))
            canvas.write(StyledText(" \(title) ", .title), in: line, column: 1)
            if !trailing.isEmpty { canvas.write(" \(trailing) ", in: line, style: .muted, alignment: .right) }
        }
    }

    /// All prompts, each with its newest version.
    func promptsTable(_ answer: PromptsAnswer) -> Table {
        let columns: [Table.Column] = [
            .init("PROMPT", minimum: 14), .init("LATEST", alignment: .right, minimum: 6, maximum: 6),
            .init("LABELS", minimum: 12, maximum: 34, priority: 1), .init("BY", minimum: 3, maximum: 12, priority: 2),
            .init("WHEN", minimum: 11, maximum: 11, priority: 3), .init("REVIEW", minimum: 10, maximum: 24),
        ]
        var table = Table(columns, count: answer.histories.count, selected: prompts.selectedIndex) { index in
            let history = answer.histories[index]
            guard let latest = history.versions.last else { return [StyledText(history.name)] }
            let labels = history.labels.map {
                StyledText("\($0.label) \($0.version)", $0.label == "production" ? .rolloutBaseline : .rolloutCanary)
            }
            return [
                StyledText(history.name), StyledText("\(latest.number)"),
                .joined(labels, separator: StyledText(" · ", .textMuted)),
                StyledText(Format.person(latest.author), .textMuted),
                StyledText(TimeWords.minute(latest.created, reference: now ?? end), .textMuted),
                history.reviewText(of: latest),
            ]
        }
        table.isFocused = prompts.focus == .prompts
        return table
    }

    /// The versions of a prompt, the newest first, with what they did to calls.
    func versionsTable(_ history: PromptHistory, _ answer: PromptsAnswer) -> Table {
        let columns: [Table.Column] = [
            .init("", minimum: 1, maximum: 1), .init("V", alignment: .right, minimum: 3, maximum: 5),
            .init("LABELS", minimum: 10, maximum: 20), .init("SHARE", alignment: .right, minimum: 6, maximum: 6),
            .init("CALLS", alignment: .right, minimum: 6, maximum: 6, priority: 2),
            .init("ERR %", alignment: .right, minimum: 5, maximum: 5, priority: 1),
            .init("P95 s", alignment: .right, minimum: 5, maximum: 5, priority: 1),
            .init("$/CALL", alignment: .right, minimum: 8, maximum: 8, priority: 2),
            .init("BY", minimum: 3, maximum: 10, priority: 4), .init("WHEN", minimum: 11, maximum: 11, priority: 5),
            .init("MODEL", minimum: 8, maximum: 20, priority: 6), .init("REVIEW", minimum: 10, maximum: 20),
            .init("MESSAGE", minimum: 10, priority: 3),
        ]
        let versions = prompts.shownVersions
        var table = Table(columns, count: versions.count, selected: prompts.selectedVersionIndex) { index in
            let version = versions[index]
            let measures = answer.measures(history.name, version.number)
            let cost = measures.flatMap { measures in
                measures.cost.map { $0.usd / Double(max(1, measures.calls - measures.unpricedCalls)) }
            }
            return [
                StyledText(prompts.marked.contains(version.number) ? "●" : "", .key), StyledText("\(version.number)"),
                history.labelText(of: version.number),
                StyledText(Format.percent(answer.share(history.name, version.number))),
                StyledText(Format.count(measures?.calls.doubled)),
                StyledText(Format.decimal(measures?.errorRate.map { $0 * 100 }, decimals: 1)),
                StyledText(Format.seconds(measures?.duration?.p95)), StyledText(Format.money(cost)),
                StyledText(Format.person(version.author), .textMuted),
                StyledText(TimeWords.minute(version.created, reference: now ?? end), .textMuted),
                StyledText(version.model ?? Format.missing, .textMuted), history.reviewText(of: version),
                StyledText(version.message, .textMuted),
            ]
        }
        table.isFocused = prompts.focus == .versions
        return table
    }

    /// The message of the selected version, what reviewers wrote, and where its labels came from.
    private func drawVersionDetail(_ history: PromptHistory, in layout: PromptsLayout, on canvas: inout Canvas) {
        guard let version = prompts.selectedVersion else { return }
        let inside: Rect
        let commit = version.commit.map { " · commit \($0.prefix(10))" } ?? ""
        let title = "\(history.name)@\(version.number) · \(version.digest.short)\(commit)"
        if layout.isFramed {
            inside = Frame(title: StyledText(title)).draw(in: layout.detail, on: &canvas).inset(
                horizontal: 1, vertical: 0)
        } else {
            canvas.fill(layout.detail.splitTop(1).top, with: "─", style: Style(.frame))
            canvas.write(StyledText(" \(title) ", .title), in: layout.detail, column: 1)
            inside = layout.detail.splitTop(1).rest.inset(horizontal: 1, vertical: 0)
        }
        var lines: [StyledText] = []
        if !version.message.isEmpty { lines.append(StyledText(version.message)) }
        for review in history.standingReviews(of: version.digest).reversed() {
            let word = review.verdict == .approve ? "✓ approved" : "✖ asks for changes"
            let role: Role = review.verdict == .approve ? .statusOk : .statusWarning
            let when = TimeWords.minute(review.time, reference: now ?? end)
            lines.append(
                StyledText("\(word) ", role) + StyledText("\(Format.person(review.principal)) \(when)  ", .textMuted)
                    + StyledText(review.comment))
        }
        for move in history.moves.reversed() where move.version == version.number {
            let from = move.former.map { " from \($0)" } ?? ""
            let when = TimeWords.minute(move.time, reference: now ?? end)
            lines.append(
                StyledText("\(move.label)\(from)  ")
                    + StyledText("\(Format.person(move.principal)) \(when)  \(move.reason)", .textMuted))
        }
        if lines.isEmpty { lines = [StyledText("no message, no review, no label", .textMuted)] }
        for (row, line) in lines.prefix(inside.height).enumerated() { canvas.write(line, in: inside, row: row) }
    }
}

extension Int64 {
    fileprivate var doubled: Double { Double(self) }
}
