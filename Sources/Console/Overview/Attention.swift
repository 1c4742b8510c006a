import Diagnosis
import Domain
import Drawing
import Wording

extension ConsoleState {
    /// The lines above everything else: what keeps the numbers from being true, what is wrong, and what was filtered away. Empty
    /// when all is well.
    var attentionLines: [StyledText] {
        let reference = now ?? end
        var lines = [Freshness(self).warning(reference: reference)].compactMap { $0 }
        lines += waitingLines
        guard let view = overview.view else { return lines }
        if let coverage = coverageLine(view.answer.coverage) { lines.append(coverage) }
        lines += view.findings.filter { !isTold($0) }.prefix(size.height < 30 ? 2 : 4).map { line($0, reference) }
        if !overview.lens.filterText.isEmpty {
            lines.append(
                StyledText("only ", .textMuted) + StyledText(overview.lens.filterText, .match)
                    + StyledText("  \(keyLabel("console.back")) shows all again", .textMuted))
        }
        return lines
    }

    /// Which of these lines are alerts that wait.
    var waitingRows: Range<Int> {
        let first = Freshness(self).warning(reference: now ?? end) == nil ? 0 : 1
        return first..<first + waitingLines.count
    }

    /// The preferred key of a command, as it is shown; its `:` line when it has none.
    func keyLabel(_ name: String) -> String {
        guard let command = CommandTable.command(name) else { return "" }
        return keyMap.keys(of: command).first?.label ?? ":\(command.word)"
    }

    private func line(_ finding: Finding, _ reference: Timestamp) -> StyledText {
        let role: Role = finding.isCritical ? .statusCritical : .statusWarning
        let subject =
            switch finding.subject {
            case .all: scope.service ?? "all calls"
            case .row(let name): StatsRow.label(of: name)
            case .server(let name): StatsRow.label(of: name)
            }
        var text =
            StyledText("▲ ", role) + StyledText(subject, .textStrong) + StyledText("  \(finding.statement)", role)
        if let since = finding.since {
            // With coarse steps nobody knows the minute.
            let about = (overview.view?.answer.question.courseStep ?? .minutes(1)) > .minutes(5) ? "about " : ""
            text += StyledText(", since \(about)\(TimeWords.minute(since, reference: reference))")
        }
        return text
    }

    private func coverageLine(_ coverage: Coverage) -> StyledText? {
        switch coverage {
        case .complete: nil
        case .partial(let read, let total):
            StyledText(
                "▲ from \(Format.grouped(Int(clamping: read))) of \(Format.grouped(Int(clamping: total))) calls: "
                    + "a shorter range or a simpler filter reads all", .statusWarning)
        case .damaged(let reason): StyledText("✖ a part of the range cannot be read: \(reason)", .statusCritical)
        }
    }
}
