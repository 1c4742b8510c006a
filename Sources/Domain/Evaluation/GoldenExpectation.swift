/// What a good answer is. Of what is nil or empty nothing is expected.
public struct GoldenExpectation: Hashable, Sendable {
    /// The reference answer.
    public var answer: String?
    /// Answers that are as good as the reference.
    public var alternatives: [String] = []
    /// Texts of which every one has to stand in the answer.
    public var mustInclude: [String] = []
    /// Texts of which none may stand in the answer.
    public var mustNot: [String] = []
    /// A regular expression that has to be found in the answer.
    public var pattern: String?
    public var number: ExpectedNumber?
    /// The JSON schema of the answer.
    public var schema: JSON?
    /// Documents of which retrieval ought to find every one.
    public var relevantDocuments: [String] = []

    /// Nothing is expected.
    public init() {}

    /// The reference and what is as good; empty when there is no reference.
    public var references: [String] { (answer.map { [$0] } ?? []) + alternatives }
}

/// A number that an answer has to say.
public struct ExpectedNumber: Hashable, Sendable {
    public let value: Double
    /// By how much the answer may differ.
    public let absoluteTolerance: Double
    /// By which part of the value the answer may differ; the wider tolerance counts.
    public let relativeTolerance: Double

    /// A number with the given tolerances.
    public init(_ value: Double, absoluteTolerance: Double = 0, relativeTolerance: Double = 0) {
        (self.value, self.absoluteTolerance, self.relativeTolerance) = (value, absoluteTolerance, relativeTolerance)
    }
}
