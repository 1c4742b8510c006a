import Domain

/// What the pane Prompts wants to know: all prompts, and what their versions did to calls lately.
public struct PromptsQuestion: Hashable, Sendable {
    let scope: Scope
    let length: Nanoseconds
    let at: Timestamp
}

extension PromptsQuestion: PaneQuestion {
    static var kind: QuestionID.Kind { .prompts }
    var question: Question { .prompts(self) }
    var period: Nanoseconds { .seconds(10) }

    func isSameBut(time: Bool, as other: PromptsQuestion) -> Bool {
        scope == other.scope && length == other.length && (time || at == other.at)
    }
}
