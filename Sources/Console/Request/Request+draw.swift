import Domain
import Drawing

extension ConsoleState {
    /// Draws the request that was opened.
    func drawRequest(in pane: Rect, on canvas: inout Canvas) {
        guard let request else { return }
        if let turns = turnList {
            turns.draw(in: pane, on: &canvas)
            return
        }
        guard request.waterfall.tree != nil else {
            let (text, role) = waiting(for: request)
            canvas.write(StyledText(text, role), in: pane, row: pane.height / 2, alignment: .centre)
            return
        }
        let layout = RequestLayout(request, in: pane, size.widthClass)
        let lines = RequestHeadline(request, session, reference: now ?? end).lines
        for (row, line) in lines.enumerated() { canvas.write(line, in: layout.headline, column: 1, row: row) }
        drawSteps(request, layout, on: &canvas)
        drawReading(request, layout, on: &canvas)
    }

    /// The list of the session's turns, while it is shown.
    var turnList: TurnList? {
        guard let request, let selected = request.selectedTurn, let answer = session?.answer else { return nil }
        return TurnList(
            answer, selected: selected, present: session?.position(of: request.trace), now: now ?? end)
    }

    /// Makes what is seen of the request what it is to be, after anything has happened.
    mutating func settleRequest() {
        let opinions = opinions
        request?.settle(size, glyphs, opinions: opinions)
    }

    private func waiting(for request: RequestState) -> (String, Role) {
        if request.isMissing {
            return ("the store has nothing of this trace: it has not arrived, or is gone by retention", .statusWarning)
        }
        return request.failure.map { ("✖ \($0.reason)", .statusCritical) } ?? ("reading the store …", .textMuted)
    }

    private func drawSteps(_ request: RequestState, _ layout: RequestLayout, on canvas: inout Canvas) {
        let totals = request.waterfall.tree?.totals
        let title = StyledText("Steps ", .title) + StyledText(Format.grouped(totals?.steps), .textMuted)
        drawFrame(title, isFocused: request.focus == .steps, layout.stepsFrame, layout, on: &canvas)
        WaterfallView(request.waterfall, width: layout.steps.width, isFocused: request.focus == .steps)?
            .draw(in: layout.steps, on: &canvas)
    }

    private func drawReading(_ request: RequestState, _ layout: RequestLayout, on canvas: inout Canvas) {
        var title = StyledText(request.view == .conversation ? "Conversation " : "Attributes ", .title)
        if let step = request.waterfall.step { title += step.label }
        title += ownOpinion.mark
        drawFrame(title, isFocused: request.focus == .reading, layout.readingFrame, layout, on: &canvas)
        guard request.answer?.reading != nil else {
            let text: StyledText
            if let failure = request.readingAsking.failure {
                text = StyledText("✖ \(failure.reason)", .statusCritical)
            } else if request.answer != nil {
                text = StyledText("the store does not have this step: retention may have removed it", .statusWarning)
            } else {
                text = StyledText("reading …", .textMuted)
            }
            canvas.write(text, in: layout.reading, column: 1)
            return
        }
        DocumentView(request.document, isFocused: request.focus == .reading).draw(in: layout.reading, on: &canvas)
    }

    /// A frame, or where rows are dear a line with the title.
    private func drawFrame(
        _ title: StyledText, isFocused: Bool, _ rect: Rect, _ layout: RequestLayout, on canvas: inout Canvas
    ) {
        if layout.isFramed {
            Frame(title: title, isFocused: isFocused).draw(in: rect, on: &canvas)
        } else {
            let line = rect.splitTop(1).top
            canvas.fill(line, with: "─", style: Style(isFocused ? .frameFocused : .frame))
            canvas.write(StyledText(" ") + title + StyledText(" "), in: line, column: 1)
        }
    }
}
