import Domain
import Statistics

extension Effect {
    /// What the candidate's version does on the questions of the set: each scorer, then tokens, cost and time of the answers, pair by pair.
    public static func offline(_ comparison: RunComparison) -> [Effect] {
        let scores = comparison.scorers.map { row in
            Effect(
                .score(row.scorer.rawValue), source: .offline, scale: .difference, a: row.baseline, b: row.candidate,
                countA: Int64(row.count), countB: Int64(row.count), change: row.change, interval: row.interval)
        }
        let amounts: [(Metric, (EvaluationAnswer) -> Double?)] = [
            (.inputTokens, { $0.usage.input.map { Double($0) } }),
            (.outputTokens, { $0.usage.output.map { Double($0) } }),
            (.cost, { $0.cost?.usd }),
            (.duration(quantile: 0.5), { $0.duration?.seconds }),
        ]
        return scores + amounts.compactMap { metric, amount in relative(metric, comparison.items, amount) }
    }

    /// The change of a mean amount in relation to the baseline's, by bootstrap over the pairs.
    private static func relative(
        _ metric: Metric, _ items: [ItemComparison], _ amount: (EvaluationAnswer) -> Double?
    ) -> Effect? {
        let pairs = items.compactMap { item -> (Double, Double)? in
            guard let a = item.baseline.answer.flatMap(amount), let b = item.candidate.answer.flatMap(amount) else {
                return nil
            }
            return (a, b)
        }
        let count = Double(pairs.count)
        let (a, b) = (pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count)
        guard a > 0, let interval = Bootstrap.meanInterval(of: pairs.map { ($0.1 - $0.0) / a }, seed: 1) else {
            return nil
        }
        return Effect(
            metric, source: .offline, scale: .relative, a: a, b: b, countA: Int64(pairs.count),
            countB: Int64(pairs.count), change: (b - a) / a, interval: interval.lower...interval.upper)
    }
}
