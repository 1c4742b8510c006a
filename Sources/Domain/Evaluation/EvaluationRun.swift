/// A golden set answered by one version of a prompt, as far as it has come. What answers a run has are `EvaluationResult`s.
public struct EvaluationRun: Hashable, Sendable {
    /// How it stands.
    public enum State: Hashable, Sendable {
        /// Questions are under way, or will be once the collector runs.
        case running
        /// Every item was answered or failed.
        case finished
        /// It was ended before its time and can be resumed: why.
        case stopped(String)
    }

    public var id: EvaluationRunID
    public var plan: EvaluationPlan
    public var state: State
    /// Who started it.
    public var author: String
    public var created: Timestamp
    /// When the last answer came; nil before the first.
    public var updated: Timestamp?
    /// Items with an answer.
    public var answered: Int
    /// Items to which no answer could be had.
    public var failed: Int
    /// Answers that were taken from an earlier run, as the same had been asked.
    public var cached: Int
    /// What the answers of this run cost; nil while no price is known.
    public var cost: Money?
    /// Answers whose price nobody knows.
    public var unpriced: Int
    /// By name of the scorer.
    public var scores: [ScorerSummary]

    /// A run of the given parts.
    public init(
        id: EvaluationRunID, plan: EvaluationPlan, state: State, author: String, created: Timestamp,
        updated: Timestamp? = nil, answered: Int = 0, failed: Int = 0, cached: Int = 0, cost: Money? = nil,
        unpriced: Int = 0, scores: [ScorerSummary] = []
    ) {
        (self.id, self.plan, self.state, self.author, self.created) = (id, plan, state, author, created)
        (self.updated, self.answered, self.failed, self.cached) = (updated, answered, failed, cached)
        (self.cost, self.unpriced, self.scores) = (cost, unpriced, scores)
    }
}

/// What a scorer said of all answers of a run.
public struct ScorerSummary: Hashable, Sendable {
    public var scorer: Scorer
    /// The mean over the items that were judged, by their weights, 0 to 1; nil when none was.
    public var mean: Double?
    /// Items that were judged.
    public var count: Int
    /// Items that the scorer could not judge although it should.
    public var errors: Int

    /// A summary of the given parts.
    public init(scorer: Scorer, mean: Double?, count: Int, errors: Int) {
        (self.scorer, self.mean, self.count, self.errors) = (scorer, mean, count, errors)
    }
}
