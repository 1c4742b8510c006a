/// What compares an answer with what was expected. All give 0 to 1, and more is better.
public enum Scorer: String, Hashable, Sendable, CaseIterable {
    /// Whether the answer is one of the references, without regard to how it is typed.
    case exact
    /// The share of the texts that must or must not stand in the answer for which that is so.
    case contains
    /// Whether the regular expression is found.
    case regex
    /// Whether the expected number is said.
    case numeric
    /// Whether the answer is JSON of the expected schema.
    case jsonSchema = "json_schema"
    /// Rouge-L, F measure, over words of any script.
    case rougeL = "rouge_l"
    /// Rouge-L, F measure, over Latin words and digits only: equal to the package rouge-score.
    case rougeLASCII = "rouge_l_ascii"
    /// The harmonic mean of how many words of the answer and of the reference the other has.
    case tokenF1 = "token_f1"
    /// Of the retrieved documents, the share that is relevant.
    case retrievalPrecision = "retrieval_precision"
    /// Of the relevant documents, the share that was retrieved.
    case retrievalRecall = "retrieval_recall"
    /// One over the place of the first relevant document; its mean is MRR.
    case reciprocalRank = "reciprocal_rank"
    /// Normalised discounted cumulative gain.
    case discountedGain = "ndcg"
}

/// What a scorer says of an answer.
public enum ScorerVerdict: Hashable, Sendable {
    /// 0 to 1.
    case value(Double)
    /// It could not be judged although it should: why.
    case error(String)

    /// The value; nil when there is none.
    public var value: Double? { if case .value(let value) = self { value } else { nil } }
}
