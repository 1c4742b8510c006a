/// Two runs over the same questions, item by item.
public struct RunComparison: Hashable, Sendable {
    /// The run that is compared with.
    public var baseline: EvaluationRun
    /// The run that is judged.
    public var candidate: EvaluationRun
    /// By scorer, in the order of `Scorer.allCases`; those that judged no item of both runs are not there.
    public var scorers: [ScorerComparison]
    /// The scorer by which items and the whole are judged; nil when no scorer judged an item of both runs.
    public var leading: Scorer?
    /// Items that both runs have, the largest loss first.
    public var items: [ItemComparison]
    /// Items of one run that the other does not have, or that were changed between the two sets.
    public var unpaired: Int
    /// Over the scorers: worse when one is, no worse when all are.
    public var verdict: ComparisonVerdict

    /// A comparison of the given parts.
    public init(
        baseline: EvaluationRun, candidate: EvaluationRun, scorers: [ScorerComparison], leading: Scorer?,
        items: [ItemComparison], unpaired: Int, verdict: ComparisonVerdict
    ) {
        (self.baseline, self.candidate, self.scorers, self.leading) = (baseline, candidate, scorers, leading)
        (self.items, self.unpaired, self.verdict) = (items, unpaired, verdict)
    }

    /// How many items the candidate answered better, as well, and worse than the baseline.
    public var counts: (wins: Int, ties: Int, losses: Int) {
        (items.count { $0.standing == .win }, items.count { $0.standing == .tie }, items.count { $0.standing == .loss })
    }

    /// Everything that stands at an item, for lists to be filtered by.
    public var tags: [String] { Set(items.flatMap(\.item.tags)).sorted() }
}

/// Whether the candidate may take the place of the baseline.
public enum ComparisonVerdict: String, Hashable, Sendable, CaseIterable {
    /// It is shown to be no worse than by the margin.
    case noWorse = "no_worse"
    /// It is shown to be worse by more than the margin.
    case worse
    /// More items are needed.
    case undecided
}

/// What one scorer says of two runs. Differences are candidate less baseline.
public struct ScorerComparison: Hashable, Sendable {
    public var scorer: Scorer
    /// Items that both runs have judged.
    public var count: Int
    /// Weighted means.
    public var baseline: Double
    public var candidate: Double
    /// The mean difference over pairs of answers, with its 95 % bootstrap interval.
    public var change: Double
    public var interval: ClosedRange<Double>
    /// The chance of a difference as large, either way, if both were alike (sign flips); nil when it cannot be said.
    public var p: Double?
    /// The margin within which a loss does not count.
    public var margin: Double
    public var verdict: ComparisonVerdict
    /// About how many items a verdict would need; nil when there is one, or nobody can tell.
    public var itemsNeeded: Int?

    /// What `scorer` says.
    public init(
        scorer: Scorer, count: Int, baseline: Double, candidate: Double, change: Double, interval: ClosedRange<Double>,
        p: Double?, margin: Double, verdict: ComparisonVerdict, itemsNeeded: Int?
    ) {
        (self.scorer, self.count, self.baseline, self.candidate) = (scorer, count, baseline, candidate)
        (self.change, self.interval, self.p, self.margin) = (change, interval, p, margin)
        (self.verdict, self.itemsNeeded) = (verdict, itemsNeeded)
    }
}

/// One question with the answers of two runs.
public struct ItemComparison: Hashable, Sendable {
    /// How the candidate's answer stands beside the baseline's.
    public enum Standing: String, Hashable, Sendable, CaseIterable {
        case win, tie, loss
    }

    public var item: GoldenItem
    public var baseline: EvaluationResult
    public var candidate: EvaluationResult
    /// Candidate less baseline by the leading scorer that judged the item; an answer that could not be had counts as 0. Nil when nothing
    /// judged it.
    public var change: Double?
    public var standing: Standing

    /// A question with both its answers.
    public init(
        item: GoldenItem, baseline: EvaluationResult, candidate: EvaluationResult, change: Double?, standing: Standing
    ) {
        (self.item, self.baseline, self.candidate) = (item, baseline, candidate)
        (self.change, self.standing) = (change, standing)
    }
}
