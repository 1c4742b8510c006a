import Domain

/// The preview of a rule that was asked for, until it is put away.
struct RulePreview: Sendable {
    /// What was asked; the moment stands still.
    let question: PreviewQuestion
    var asking = Asking<PreviewQuestion>()
    var answer: AlertPreview?

    init(_ question: PreviewQuestion) { self.question = question }
}

extension ConsoleState {
    /// Asks when the selected rule would have fired, or puts the answer away.
    mutating func togglePreview() {
        guard let rule = alerts.selectedRule?.rule else { return }
        let isShown = alerts.preview?.question.rule == rule
        alerts.preview = isShown ? nil : RulePreview(PreviewQuestion(rule: rule, at: end))
    }

    /// The question about a preview that is due.
    mutating func duePreview(now: Timestamp) -> Effect? {
        guard alerts.panel == .rules, let question = alerts.preview?.question else { return nil }
        return alerts.preview?.asking.due(question, isLive: false, now: now, refresh: refresh)
    }
}
