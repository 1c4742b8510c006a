/// Why there is no answer, in a sentence for people.
public struct AnswerFailure: Error, Hashable, Sendable {
    /// A sentence for people.
    public var reason: String

    /// No answer because of `reason`.
    public init(_ reason: String) { self.reason = reason }
}
