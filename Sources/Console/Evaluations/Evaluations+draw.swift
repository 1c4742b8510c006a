import Comparison
import Domain
import Drawing

extension ConsoleState {
    /// Draws the pane.
    func drawEvaluations(in pane: Rect, on canvas: inout Canvas) {
        guard let answer = evaluations.answer else {
            let text = evaluations.asking.failure.map { StyledText("✖ \($0.reason)", .statusCritical) }
            canvas.write(
                text ?? StyledText("reading the store …", .textMuted), in: pane, row: pane.height / 2,
                alignment: .centre)
            return
        }
        guard let run = evaluations.selected else {
            let lines = [
                StyledText("No version was tried on a golden set yet.", .title), StyledText(),
                StyledText("A golden set is a file with one question and its good answer a line (JSONL):"),
                StyledText("    headframe eval run --golden golden.jsonl --prompt support-answer@7", .key),
            ]
            for (row, line) in lines.enumerated() { canvas.write(line, in: pane, column: 2, row: row + 1) }
            return
        }
        let (upper, lower) = pane.splitTop(max(4, min(answer.runs.count + 1, pane.height * 2 / 5)))
        evaluationsTable(answer.runs).draw(in: upper, on: &canvas)
        canvas.fill(lower.splitTop(1).top, with: "─", style: Style(.frame))
        let title = " run \(run.id) · \(run.plan.prompt) on \(run.plan.goldenSet) "
        canvas.write(StyledText(title, .title), in: lower, column: 1)
        drawRun(run, answer, in: lower.splitTop(1).rest.inset(horizontal: 1, vertical: 0), on: &canvas)
    }

    /// The runs, the newest first.
    func evaluationsTable(_ runs: [EvaluationRun]) -> Table {
        let columns: [Table.Column] = [
            .init("RUN", alignment: .right, minimum: 4, maximum: 6), .init("VERSION", minimum: 16),
            .init("GOLDEN SET", minimum: 12, maximum: 28, priority: 2), .init("STATE", minimum: 12, maximum: 26),
            .init("COST", alignment: .right, minimum: 16, maximum: 18),
            .init("SCORE", minimum: 14, maximum: 24, priority: 1),
            .init("BY", minimum: 3, maximum: 10, priority: 3), .init("WHEN", minimum: 11, maximum: 11, priority: 3),
        ]
        return Table(columns, count: runs.count, selected: evaluations.selectedIndex) { index in
            let run = runs[index]
            let best = run.scores.max { $0.count < $1.count }
            let score = best.map { "\($0.scorer.word) \(Format.decimal($0.mean, decimals: 3))" } ?? Format.missing
            return [
                StyledText(run.id.description), StyledText(run.plan.prompt.description),
                StyledText(run.plan.goldenSet.description, .textMuted), run.stateText, StyledText(run.costText),
                StyledText(score), StyledText(Format.person(run.author), .textMuted),
                StyledText(TimeWords.minute(run.created, reference: now ?? end), .textMuted),
            ]
        }
    }

    private func drawRun(_ run: EvaluationRun, _ answer: EvaluationsAnswer, in rect: Rect, on canvas: inout Canvas) {
        let scores = run.scores.map { summary -> StyledText in
            var text = StyledText(summary.scorer.word + " ", .textMuted)
            text.append(Format.decimal(summary.mean, decimals: 3))
            text.append(" (\(summary.count))", .muted)
            if summary.errors > 0 { text.append(" \(summary.errors) not judged", Style(.statusWarning)) }
            return text
        }
        let facts = StyledText(
            [
                run.plan.model ?? "answers given", run.plan.endpoint.map { "at \($0)" },
                run.cached > 0 ? "\(run.cached) answers reused" : nil,
                run.unpriced > 0 ? "\(run.unpriced) answers without a price" : nil,
            ].compactMap(\.self).joined(separator: " · "), .textMuted)
        let all = StyledText.joined(scores, separator: StyledText(" · ", .textMuted))
        let head = [facts] + (scores.isEmpty ? [] : all.wrapped(width: rect.width, glyphs: glyphs).prefix(3))
        for (row, line) in head.enumerated() { canvas.write(line, in: rect, row: row) }
        guard let results = answer.results, results.run == run.id else { return }
        let columns: [Table.Column] = [
            .init("QUESTION", minimum: 20), .init("ANSWER", minimum: 20, maximum: 70, priority: 1),
            .init("VERDICTS", minimum: 24, maximum: 44),
        ]
        var table = Table(columns, count: results.results.count) { index in
            let result = results.results[index]
            let verdicts = Scorer.allCases.compactMap { scorer in
                result.verdicts[scorer].map { "\(scorer.word) \(Format.decimal($0.value, decimals: 2))" }
            }
            let outcome: StyledText =
                switch result.outcome {
                case .waiting: StyledText("not asked yet", .textMuted)
                case .failed(let reason): StyledText("✖ \(reason)", .statusCritical)
                case .answered(let answer): StyledText(answer.text)
                }
            return [
                StyledText(result.item.input.last?.text ?? result.item.id), outcome,
                StyledText(verdicts.joined(separator: " · "), .textMuted),
            ]
        }
        table.isFocused = false
        table.draw(in: rect.splitTop(head.count + 1).rest, on: &canvas)
    }
}

extension EvaluationRun {
    /// How it stands: a word, and how far it has come.
    fileprivate var stateText: StyledText {
        let done = "\(answered + failed) of \(plan.goldenSet.count)"
        let failures = failed > 0 ? StyledText("  ✖ \(failed)", .statusCritical) : StyledText()
        switch state {
        case .running: return StyledText("▶ \(done)", .statusOk) + failures
        case .finished: return StyledText("✓ \(done)", .textMuted) + failures
        case .stopped(let reason): return StyledText("‖ \(done): \(reason)", .statusWarning)
        }
    }

    /// What it cost, of what it may cost.
    fileprivate var costText: String {
        let limit = plan.limit.map { " of " + Format.money($0.usd, decimals: 2) } ?? ""
        return Format.money(cost?.usd) + limit
    }
}
