import Domain

/// One question with what became of it in two runs.
struct AnswerPair {
    var baseline: EvaluationResult
    var candidate: EvaluationResult

    var weight: Double { baseline.item.weight }

    /// Both values of a scorer; nil when it did not judge the item, or could not, or the item was not asked yet.
    func values(_ scorer: Scorer) -> (baseline: Double, candidate: Double)? {
        guard let first = value(of: baseline, beside: candidate, scorer),
            let second = value(of: candidate, beside: baseline, scorer)
        else { return nil }
        return (first, second)
    }

    func comparison(by leading: Scorer?) -> ItemComparison {
        let order = (leading.map { [$0] } ?? []) + Scorer.allCases
        let values = order.lazy.compactMap { self.values($0) }.first
        let change = values.map { $0.candidate - $0.baseline }
        let standing: ItemComparison.Standing =
            change.map { abs($0) < 1e-9 ? .tie : $0 > 0 ? .win : .loss } ?? .tie
        return ItemComparison(
            item: baseline.item, baseline: baseline, candidate: candidate, change: change, standing: standing)
    }

    private func value(of result: EvaluationResult, beside other: EvaluationResult, _ scorer: Scorer) -> Double? {
        switch result.outcome {
        case .waiting: nil
        case .failed: other.verdicts[scorer]?.value == nil ? nil : 0
        case .answered: result.verdicts[scorer]?.value
        }
    }
}
