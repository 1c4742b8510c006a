import Domain

/// The answers about the steps that were looked at last, so that going back to one shows it at once.
struct ReadingCache: Sendable {
    private var answers: [ReadingAnswer] = []
    private static let limit = 8

    /// What is known of the step; nil when it was not asked about lately.
    subscript(span: SpanID) -> ReadingAnswer? { answers.last { $0.question.span == span } }

    mutating func keep(_ answer: ReadingAnswer) {
        answers.removeAll { $0.question.span == answer.question.span }
        answers.append(answer)
        if answers.count > Self.limit { answers.removeFirst() }
    }
}
