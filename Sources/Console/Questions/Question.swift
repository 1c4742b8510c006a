import Domain

/// The number of a question; later questions have larger ones.
public struct QuestionID: Hashable, Comparable, Sendable {
    let number: Int

    public static func < (a: QuestionID, b: QuestionID) -> Bool { a.number < b.number }
}

/// What a pane wants to know. A value, so that asking is a matter of the program.
public enum Question: Hashable, Sendable {
    case overview(OverviewQuestion)

    /// Answers it; may take a while.
    public func answer(from source: some TelemetrySource) throws -> Answer {
        switch self {
        case .overview(let question): .overview(try OverviewAnswer.load(question, from: source))
        }
    }
}

/// What a pane wanted to know.
public enum Answer: Sendable {
    case overview(OverviewAnswer)
}

/// Why there is no answer, in a sentence for people.
public struct AnswerFailure: Error, Hashable, Sendable {
    /// A sentence for people.
    public var reason: String

    /// No answer because of `reason`.
    public init(_ reason: String) { self.reason = reason }
}
