import Domain
import Statistics

extension Effect {
    /// What version B does beside version A in live traffic that nobody distributed at random, so that other things may differ as well. Intervals
    /// hold at all times together (ROLLOUT: two-sample intervals): rates by the profile likelihood, amounts and times by ranks, scores by betting.
    public static func live(_ a: VersionTraffic, _ b: VersionTraffic) -> [Effect] {
        var effects = [errors(a, b)]
        let amounts: [(Metric, Double, KeyPath<VersionTraffic, NumberCounts>)] = [
            (.duration(quantile: 0.5), 0.5, \.durations), (.duration(quantile: 0.95), 0.95, \.durations),
            (.timeToFirstToken(quantile: 0.5), 0.5, \.timesToFirstToken),
            (.timeToFirstToken(quantile: 0.95), 0.95, \.timesToFirstToken),
            (.inputTokens, 0.5, \.inputTokens), (.outputTokens, 0.5, \.outputTokens), (.cost, 0.5, \.costs),
        ]
        for (metric, p, path) in amounts where a[keyPath: path].total > 0 || b[keyPath: path].total > 0 {
            effects.append(quantile(metric, p, a[keyPath: path], b[keyPath: path]))
        }
        for name in Set(a.scores.keys).union(b.scores.keys).sorted() {
            effects.append(score(name, a.scores[name] ?? [], b.scores[name] ?? []))
        }
        return effects
    }

    private static func errors(_ a: VersionTraffic, _ b: VersionTraffic) -> Effect {
        let counts = [a, b].map { RateCounts(events: Int(clamping: $0.errors), trials: Int(clamping: $0.calls)) }
        let rates = [a, b].map { $0.calls > 0 ? Double($0.errors) / Double($0.calls) : nil }
        var interval: Interval?
        if a.calls > 0, b.calls > 0, let first = counts[0], let second = counts[1] {
            interval = RateDifference(baseline: first, canary: second).interval()
        }
        return Effect(
            .errorRate, source: .observational, scale: .difference, a: rates[0], b: rates[1], countA: a.calls,
            countB: b.calls, change: difference(rates[0], rates[1]), interval: interval.map { $0.lower...$0.upper })
    }

    /// The ratio of the quantiles, less 1.
    private static func quantile(_ metric: Metric, _ p: Double, _ a: NumberCounts, _ b: NumberCounts) -> Effect {
        var interval: ClosedRange<Double>?
        if let mixture = QuantileMixture(p: p), let first = EmpiricalDistribution(counted: a.pairs),
            let second = EmpiricalDistribution(counted: b.pairs),
            let ratio = QuantileComparison(baseline: first, canary: second, mixture)?.ratio()
        {
            // Where the numbers bound neither end, there is nothing to show.
            if ratio.lower > 0 || ratio.upper < .infinity { interval = ratio.lower - 1...ratio.upper - 1 }
        }
        let (first, second) = (a.quantile(p), b.quantile(p))
        var change: Double?
        if let first, let second, first > 0 { change = second / first - 1 }
        return Effect(
            metric, source: .observational, scale: .relative, a: first, b: second, countA: a.total, countB: b.total,
            change: change, interval: interval)
    }

    /// Steps between the hypotheses about the mean of a score.
    private static let scoreParts = 100

    /// Scores outside 0 … 1 are shown without an interval: nobody knows how far they reach.
    private static func score(_ name: String, _ a: [Double], _ b: [Double]) -> Effect {
        var interval: ClosedRange<Double>?
        if !a.isEmpty, !b.isEmpty, (a + b).allSatisfy({ $0 >= 0 && $0 <= 1 }),
            let start = MeanBetting(parts: scoreParts)
        {
            var comparison = MeanComparison(start)
            for value in a { comparison.add(value, isCanary: false) }
            for value in b { comparison.add(value, isCanary: true) }
            interval = comparison.steps().map { steps in
                let (lower, upper) = (Double(steps.lowerBound), Double(steps.upperBound))
                return max(-1, lower / Double(scoreParts))...min(1, upper / Double(scoreParts))
            }
        }
        let means = [a, b].map { $0.isEmpty ? nil : $0.reduce(0, +) / Double($0.count) }
        return Effect(
            .score(name), source: .observational, scale: .difference, a: means[0], b: means[1], countA: Int64(a.count),
            countB: Int64(b.count), change: difference(means[0], means[1]), interval: interval)
    }

    private static func difference(_ a: Double?, _ b: Double?) -> Double? { a.flatMap { a in b.map { $0 - a } } }
}

extension NumberCounts {
    fileprivate var pairs: [(value: Double, count: Int64)] { zip(values, counts).map { ($0, $1) } }
}
