import Diagnosis
import Domain
import Drawing
import Wording

extension ConsoleState {
    /// Draws the pane.
    func drawOverview(on canvas: inout Canvas) {
        let layout = overviewLayout
        drawAttention(in: layout.attention, on: &canvas)
        guard let view = overview.view else {
            let pane = ScreenLayout(size).pane
            if asking.failure == nil {
                canvas.write("reading the store …", in: pane, row: pane.height / 2, style: .muted, alignment: .centre)
            }
            return
        }
        guard !teaches else {
            drawLesson(in: ScreenLayout(size).pane.splitTop(layout.attention.height).rest, on: &canvas)
            return
        }
        canvas.write(Numbers.long(view.answer, width: layout.numbers.width - 1), in: layout.numbers, column: 1)
        for (kind, rect) in layout.charts {
            let isFocused = overview.focus == .charts && overview.chart == kind
            let isNarrow = size.widthClass == .narrow && !overview.isZoomed
            OverviewChart(kind, view, isNarrow: isNarrow, allowance: kind == .cost ? costAllowance(view.answer) : nil)
                .draw(
                    over: overview.extents[kind], cursor: chartCursor?.index, isFocused: isFocused,
                    reference: now ?? end, in: rect, on: &canvas)
        }
        if !layout.servers.isEmpty { ModelServers(view.servers).draw(in: layout.servers, on: &canvas) }
        drawBreakdown(view, layout, on: &canvas)
        drawChanges(view, layout, on: &canvas)
        drawOverviewAlerts(layout, on: &canvas)
    }

    private func drawAttention(in rect: Rect, on canvas: inout Canvas) {
        let inside = rect.inset(horizontal: 1, vertical: 0)
        let waiting = waitingRows
        for (row, line) in attentionLines.prefix(inside.height).enumerated() {
            guard row == waiting.lowerBound, !waiting.isEmpty else {
                canvas.write(line, in: inside, row: row)
                continue
            }
            // The sentence is cut before what opens it.
            let hint = waitingHint
            let room = inside.width - hint.width(in: glyphs) - 2
            canvas.write(line, in: inside.splitLeft(room).left, row: row)
            canvas.write(hint, in: inside, row: row, alignment: .right)
        }
        if size.widthClass == .narrow, overview.focus == .alerts, !waiting.isEmpty {
            canvas.write(
                "▸", in: rect, row: waiting.lowerBound + min(overview.alertsSelection, waiting.count - 1),
                style: Style(.key))
        }
    }

    private func drawBreakdown(_ view: OverviewView, _ layout: OverviewLayout, on canvas: inout Canvas) {
        if layout.tableFrame != layout.table {
            let present = view.answer.grouping
            let others = overview.groupings.filter { $0 != present }.map(\.rawValue).joined(separator: " · ")
            let title = StyledText("By \(present.rawValue) ▾", .title) + StyledText(" (\(others))", .textMuted)
            let count = view.rows.count > layout.table.height - 1 ? "\(view.rows.count) rows · " : ""
            let order = overview.order
            Frame(
                title: title,
                trailing: StyledText("\(count)sort: \(order.column.word) \(order.isAscending ? "▴" : "▾")", .textMuted),
                isFocused: overview.focus == .breakdown
            ).draw(in: layout.tableFrame, on: &canvas)
        }
        guard !view.rows.isEmpty else {
            drawNothing(view.answer, in: layout.table, on: &canvas)
            return
        }
        breakdown(width: layout.table.width)?.table.draw(in: layout.table, on: &canvas)
    }

    /// Says that there are no calls, and where there would be some.
    private func drawNothing(_ answer: OverviewAnswer, in rect: Rect, on canvas: inout Canvas) {
        let area = rect.inset(horizontal: 1, vertical: 0)
        canvas.write("no calls in the last \(TimeWords.length(answer.question.length))", in: area, row: 1)
        let isNarrowed = scope != Scope() || !overview.lens.filterText.isEmpty
        let newest = answer.summary.newest.map {
            "the newest span ended at \(TimeWords.second($0, reference: now ?? end))"
        }
        let advice = [
            isNarrowed ? "only a part is looked at" : nil, newest, "\(keyLabel("range.longer")) looks further back",
        ]
        canvas.write(advice.compactMap { $0 }.joined(separator: " · "), in: area, row: 2, style: .muted)
    }

    private func drawChanges(_ view: OverviewView, _ layout: OverviewLayout, on canvas: inout Canvas) {
        guard !layout.changesFrame.isEmpty else { return }
        let isFocused = overview.focus == .changes
        let count = view.changes.count
        let title =
            view.changes.isEmpty
            ? "Nothing changed in the last \(TimeWords.length(view.answer.question.incident.changes.length))"
            : "What changed"
        if size.widthClass != .narrow {
            // Alerts have a panel of their own when there are some.
            let others =
                alerts.view != nil && overviewAlerts.isEmpty ? StyledText("no alert", .textMuted) : StyledText()
            Frame(title: StyledText(title), trailing: others, isFocused: isFocused)
                .draw(in: layout.changesFrame, on: &canvas)
        } else if layout.changes.isEmpty, let change = view.changes.first {
            let line =
                StyledText("CHANGED  ", .tableHeader)
                + StyledText(TimeWords.minute(change.mark.time, reference: now ?? end), .textMuted)
            canvas.write(line + StyledText("  ") + change.mark.line(), in: layout.changesFrame, column: 1)
        } else {
            canvas.write(title.uppercased(), in: layout.changesFrame, column: 1, style: Style(.tableHeader))
        }
        // Why it matters goes before the end of what it is; where there is no room for why, how much it matters does.
        let isShort = layout.changes.width < 62
        let shown = view.changes.prefix(layout.changes.height)
        let reasons = min(shown.map { Text.width(of: $0.why(isShort)) }.max() ?? 1, 34)
        let columns: [Table.Column] = [
            .init("", minimum: 6, maximum: 11), .init("", minimum: 20),
            .init("", alignment: .right, minimum: reasons, maximum: 34, priority: 1),
        ]
        let reference = now ?? end
        let hasServices = view.answer.summary.services.count > 1
        var table = Table(
            columns, count: count, selected: isFocused && count > 0 ? min(overview.changesSelection, count - 1) : nil
        ) {
            view.changes[$0].cells(reference: reference, namesService: hasServices, isShort)
        }
        table.hasHeader = false
        table.draw(in: layout.changes, on: &canvas)
    }
}

extension RankedChange {
    /// Time, what changed, and how well it explains what is wrong.
    fileprivate func cells(reference: Timestamp, namesService: Bool, _ isShort: Bool) -> [StyledText] {
        [
            StyledText(TimeWords.minute(mark.time, reference: reference), .textMuted),
            mark.line(namesService: namesService),
            StyledText(why(isShort), weight >= 2 ? .statusWarning : .textMuted),
        ]
    }

    /// How well it explains what is wrong; empty when it explains nothing.
    fileprivate func why(_ isShort: Bool) -> String {
        weight == 0 ? "" : isShort ? signs : "\(reason) \(signs)"
    }
}
