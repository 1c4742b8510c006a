import Domain

extension ScorerSummary {
    /// What each scorer says of the answers of a run; those that judged nothing are not there.
    public static func summaries(of results: [EvaluationResult]) -> [ScorerSummary] {
        Scorer.allCases.compactMap { scorer in
            let verdicts = results.compactMap { result in result.verdicts[scorer].map { ($0, result.item.weight) } }
            guard !verdicts.isEmpty else { return nil }
            let judged = verdicts.compactMap { verdict, weight in verdict.value.map { ($0 * weight, weight) } }
            let weight = judged.reduce(0) { $0 + $1.1 }
            return ScorerSummary(
                scorer: scorer, mean: weight > 0 ? judged.reduce(0) { $0 + $1.0 } / weight : nil, count: judged.count,
                errors: verdicts.count - judged.count)
        }
    }
}
