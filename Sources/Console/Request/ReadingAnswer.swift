import Domain

/// What was said in a step.
public struct ReadingAnswer: Sendable {
    /// What was asked.
    public var question: ReadingQuestion
    /// Nil when the store does not have the step.
    public var reading: SpanReading?

    /// Whether nothing has come to the step that is read.
    func saysTheSame(as other: ReadingAnswer) -> Bool {
        reading?.contents == other.reading?.contents && reading?.detail.row == other.reading?.detail.row
            && reading?.detail.logs.count == other.reading?.detail.logs.count
    }
}
