import Domain

/// The words that complete filters, and the question for them.
struct VocabularyState: Sendable {
    var words = FilterVocabulary()
    var asking = Asking<VocabularyQuestion>()

    /// Names come and go slowly.
    fileprivate static let refresh = Nanoseconds.minutes(1)
}

extension ConsoleState {
    /// The question for the words of filters while one is typed, if it is due.
    mutating func dueVocabulary(now: Timestamp) -> Effect? {
        guard case .prompt(let prompt) = overlay, prompt.purpose == .filter else { return nil }
        let question = VocabularyQuestion(range: TimeRange(last: time.length, before: end))
        return vocabulary.asking.due(
            question, isLive: time.mode == .live, now: now, refresh: VocabularyState.refresh)
    }
}
