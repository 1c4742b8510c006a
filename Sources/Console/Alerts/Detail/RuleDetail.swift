import Domain
import Drawing
import Wording

/// What is to be known of the selected rule.
struct RuleDetail {
    private let status: RuleStatus
    private let worst: AlertSeverity?
    private let now: Timestamp
    private let preview: RulePreview?

    init(_ status: RuleStatus, _ state: ConsoleState) {
        (self.status, now) = (status, state.now ?? state.end)
        preview = state.alerts.preview.flatMap { $0.question.rule == status.rule ? $0 : nil }
        worst = state.alerts.view?.board.worstByRule[status.rule.name]
    }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        guard let preview else {
            drawFacts(in: rect, on: &canvas)
            return
        }
        let lines = lines(preview, in: rect)
        // The facts stay where both have room.
        let (upper, lower) = rect.splitTop(rect.height - lines.count)
        let showsBoth = upper.height > facts.count + 4
        if showsBoth { drawFacts(in: upper, on: &canvas) }
        let area = showsBoth ? lower : rect
        for (row, line) in lines.enumerated() { canvas.write(line, in: area, row: row) }
    }

    private func drawFacts(in rect: Rect, on canvas: inout Canvas) {
        canvas.write(status.mark(worst: worst) + StyledText(" ") + StyledText(status.rule.name, .title), in: rect)
        _ = facts.draw(in: rect.splitTop(1).rest, on: &canvas)
    }

    private func lines(_ preview: RulePreview, in rect: Rect) -> [StyledText] {
        if let answer = preview.answer { return PreviewStrip(answer).lines(in: rect) }
        if let failure = preview.asking.failure { return [StyledText("✖ \(failure.reason)", .statusCritical)] }
        return [StyledText("looking at the last 7 days …", .textMuted)]
    }

    private var facts: FactList {
        let rule = status.rule
        var facts = FactList()
        facts.add("trouble", status.trouble.map { StyledText($0, .statusWarning) })
        facts.add("what to do", rule.summary)
        facts.add("watches", rule.watchedText)
        facts.add("limits", rule.limitText + (rule.hold.count > 0 ? ", for \(TimeWords.length(rule.hold))" : ""))
        facts.add("found last", found)
        facts.add("calls", rule.scope.terms.isEmpty ? "all" : rule.scope.written)
        facts.add("one alert by", rule.by.isEmpty ? nil : rule.by.map(\.rawValue).joined(separator: ", "))
        facts.add("without data", rule.noData.words)
        facts.add("said again", rule.reminder.map { "every \(TimeWords.length($0)) until acknowledged" })
        facts.add("told", rule.receivers.isEmpty ? "all receivers" : rule.receivers.joined(separator: ", "))
        facts.add("grouped by", rule.group.isEmpty ? nil : rule.group.map(\.rawValue).joined(separator: ", "))
        return facts
    }

    private var found: String? {
        guard let reading = status.reading else { return "no data" }
        let calls = "from \(Format.count(Double(reading.calls))) calls"
        return "\(status.rule.valueText(reading.value)) at \(TimeWords.second(reading.time, reference: now)), \(calls)"
    }
}

extension AlertRule.NoDataPolicy {
    fileprivate var words: String {
        switch self {
        case .resolve: "it resolves: traffic may end"
        case .show: "shown here, nobody is told"
        case .warn: "a warning"
        case .page: "a page"
        }
    }
}
