import Comparison
import Domain
import Drawing

extension ConsoleState {
    /// Draws the comparison that was opened.
    func drawComparison(in pane: Rect, on canvas: inout Canvas) {
        guard let comparison else { return }
        guard let answer = comparison.answer, let layout = comparisonLayout, let text = comparisonText else {
            let failure = comparison.asking.failure.map { StyledText("✖ \($0.reason)", .statusCritical) }
            canvas.write(
                failure ?? StyledText("reading the store …", .textMuted), in: pane, row: pane.height / 2,
                alignment: .centre)
            return
        }
        drawComparisonTitle(comparison, answer, text, in: layout.title, on: &canvas)
        let advice = layout.advice.inset(horizontal: 1, vertical: 0)
        for (row, line) in answer.comparison.advice.text.wrapped(width: advice.width, glyphs: glyphs)
            .prefix(advice.height).enumerated()
        {
            canvas.write(line, in: advice, row: row)
        }
        drawTextFrame(comparison, answer, layout, on: &canvas)
        text.draw(from: comparison.position, in: layout.text, on: &canvas)
        let facts = layout.facts.inset(horizontal: 1, vertical: 0)
        let lines = ComparisonFacts(answer.comparison.difference).lines(
            width: facts.width, settingLines: settingLines, glyphs: glyphs)
        for (row, line) in lines.prefix(facts.height).enumerated() { canvas.write(line, in: facts, row: row) }
        drawEffect(answer, layout, on: &canvas)
    }

    private func drawComparisonTitle(
        _ comparison: ComparisonState, _ answer: ComparisonAnswer, _ text: ComparisonText, in rect: Rect,
        on canvas: inout Canvas
    ) {
        let inside = rect.inset(horizontal: 1, vertical: 0)
        let path = StyledText("Prompts › ", .textMuted) + StyledText(comparison.name, .title)
        let arrow = comparison.form(isNarrow: size.widthClass == .narrow) == .unified ? "→" : "⇄"
        canvas.write(
            path + StyledText(" › ", .textMuted)
                + StyledText("\(comparison.old) \(arrow) \(comparison.new)", .textStrong),
            in: inside)
        let number = comparison.change.map { "change \($0) of \(text.changeCount)" } ?? "\(text.changeCount) changes"
        let review = StyledText("review ", .textMuted) + answer.history.reviewText(of: answer.new)
        canvas.write(
            StyledText(number + "   ", .textMuted) + review, in: inside, alignment: .right)
    }

    private func drawTextFrame(
        _ comparison: ComparisonState, _ answer: ComparisonAnswer, _ layout: ComparisonLayout,
        on canvas: inout Canvas
    ) {
        let (old, new) = (answer.comparison.old, answer.comparison.new)
        func title(_ version: ComparedVersion) -> StyledText {
            StyledText(version.name, .textStrong) + StyledText(" · " + version.facts, .textMuted)
        }
        guard layout.isFramed else {
            canvas.fill(layout.textFrame.splitTop(1).top, with: "─", style: Style(.frame))
            return
        }
        let frame = layout.textFrame
        if comparison.form(isNarrow: false) == .unified {
            Frame(title: title(old) + StyledText(" → ", .textMuted) + title(new), isFocused: true).draw(
                in: frame, on: &canvas)
            return
        }
        Frame(title: title(old), isFocused: true).draw(in: frame, on: &canvas)
        let middle = 1 + (layout.text.width - 1) / 2
        let right = frame.splitLeft(middle).rest
        canvas.fill(right.splitTop(1).top.splitLeft(right.width - 1).left, with: "─", style: Style(.frameFocused))
        canvas.write(
            StyledText("┬", .frameFocused) + StyledText(" ") + title(new) + StyledText(" "),
            in: right.splitLeft(right.width - 1).left)
        canvas.write(StyledText("┴", .frameFocused), in: right, row: frame.height - 1)
    }

    private func drawEffect(_ answer: ComparisonAnswer, _ layout: ComparisonLayout, on canvas: inout Canvas) {
        let panel = EffectPanel(answer.comparison)
        if layout.isFramed {
            Frame(
                title: StyledText("Effect of \(answer.comparison.new.name) against \(answer.comparison.old.name)"),
                trailing: panel.sources
            ).draw(in: layout.effectFrame, on: &canvas)
        } else {
            canvas.fill(layout.effectFrame.splitTop(1).top, with: "─", style: Style(.frame))
            canvas.write(panel.sources, in: layout.sources, column: 1)
        }
        panel.draw(in: layout.effect, on: &canvas)
    }
}
