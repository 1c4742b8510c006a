/// Intervals by drawing items again with replacement (Efron 1979, the percentile interval).
public enum Bootstrap {
    /// The interval of the weighted mean of `values`; for two runs over the same items their differences item by item. `resamples` times as
    /// many items as there are are drawn with `SplitMix64(seed:)`, so the same seed gives the same interval.
    ///
    /// Nil when there are no values, one is not finite, the weights are not as many or not all positive, `resamples` is not positive
    /// or `level` not between 0 and 1.
    public static func meanInterval(
        of values: [Double], weights: [Double]? = nil, resamples: Int = 2000, level: Double = 0.95, seed: UInt64
    ) -> Interval? {
        guard !values.isEmpty, values.allSatisfy(\.isFinite), resamples > 0, level > 0, level < 1 else { return nil }
        if let weights {
            guard weights.count == values.count, weights.allSatisfy({ $0 > 0 && $0 < .infinity }) else { return nil }
        }
        var generator = SplitMix64(seed: seed)
        var means = (0..<resamples).map { _ in
            var (sum, total) = (0.0, 0.0)
            for _ in values.indices {
                let index = generator.index(below: values.count)
                let weight = weights?[index] ?? 1
                sum += weight * values[index]
                total += weight
            }
            return sum / total
        }
        means.sort()
        guard let lower = Quantile.interpolated((1 - level) / 2, ofSorted: means),
            let upper = Quantile.interpolated((1 + level) / 2, ofSorted: means)
        else { return nil }
        return Interval(lower: lower, upper: upper)
    }
}
