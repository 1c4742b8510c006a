/// What the store holds, for completing filters: values of dimensions and facts, names of scores, the most frequent first.
public struct FilterVocabulary: Hashable, Sendable {
    /// At most some hundred values each.
    public var values: [Dimension: [String]]
    public var facts: [CallFact: [String]]
    public var scores: [String]

    /// A vocabulary of the given words.
    public init(values: [Dimension: [String]] = [:], facts: [CallFact: [String]] = [:], scores: [String] = []) {
        (self.values, self.facts, self.scores) = (values, facts, scores)
    }
}
