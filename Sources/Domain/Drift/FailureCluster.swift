/// Failed calls whose prompts are alike.
public struct FailureCluster: Hashable, Sendable {
    /// Stays the same from day to day.
    public var id: String
    public var subject: DriftSubject
    /// Words that its prompts have more often than others.
    public var words: [String]
    /// Calls like these that failed, and all calls like these.
    public var failures: Int64
    public var calls: Int64
    /// Its failure rate over that of all calls.
    public var lift: Double
    /// By chance so many or more, one-sided, corrected for the number of clusters (Benjamini and Hochberg).
    public var p: Double
    public var examples: [DriftExplanation.Example]

    /// A cluster of the given parts.
    public init(
        id: String, subject: DriftSubject, words: [String], failures: Int64, calls: Int64, lift: Double, p: Double,
        examples: [DriftExplanation.Example]
    ) {
        (self.id, self.subject, self.words, self.failures) = (id, subject, words, failures)
        (self.calls, self.lift, self.p, self.examples) = (calls, lift, p, examples)
    }
}
