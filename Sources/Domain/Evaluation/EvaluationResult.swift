/// What became of one item of a run.
public struct EvaluationResult: Hashable, Sendable {
    public var item: GoldenItem
    public var outcome: Outcome
    /// By scorer; those that the item does not concern are not there.
    public var verdicts: [Scorer: ScorerVerdict]

    /// What there is of an answer.
    public enum Outcome: Hashable, Sendable {
        /// It was not asked yet.
        case waiting
        case answered(EvaluationAnswer)
        /// No answer could be had: why.
        case failed(String)
    }

    /// What became of `item`.
    public init(item: GoldenItem, outcome: Outcome = .waiting, verdicts: [Scorer: ScorerVerdict] = [:]) {
        (self.item, self.outcome, self.verdicts) = (item, outcome, verdicts)
    }

    /// The answer; nil when there is none.
    public var answer: EvaluationAnswer? { if case .answered(let answer) = outcome { answer } else { nil } }
}

/// An answer to a question of a golden set.
public struct EvaluationAnswer: Hashable, Sendable {
    public var text: String
    /// The model that answered, as it calls itself.
    public var model: String?
    /// Ids of the documents that were retrieved for it, best first.
    public var documents: [String]
    public var usage: TokenUsage
    /// Nil when no price is known.
    public var cost: Money?
    /// How long it took; nil when that is not known.
    public var duration: Nanoseconds?
    /// Why it ended, such as `stop` or `length`.
    public var finishReason: String?
    /// Whether it was taken from an earlier run, so that it cost nothing now.
    public var isCached: Bool

    /// An answer of the given parts.
    public init(
        text: String, model: String? = nil, documents: [String] = [], usage: TokenUsage = TokenUsage(),
        cost: Money? = nil, duration: Nanoseconds? = nil, finishReason: String? = nil, isCached: Bool = false
    ) {
        (self.text, self.model, self.documents, self.usage) = (text, model, documents, usage)
        (self.cost, self.duration, self.finishReason, self.isCached) = (cost, duration, finishReason, isCached)
    }
}
