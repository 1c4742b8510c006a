/// The mean that people would give, from few items that they judged and many that only a judge did: what the judge says, corrected by
/// how far it was off where both judged.
///
/// Source: Angelopoulos, Bates, Fannjiang, Jordan and Zrnic, "Prediction-powered inference", Science 2023; the tuning of λ: Angelopoulos,
/// Duchi and Zrnic, "PPI++", 2023.
public struct PredictionPoweredMean: Hashable, Sendable {
    /// θ: λ·mean(judge on the rest) + mean(human − λ·judge).
    public let estimate: Double
    /// The standard error of the estimate.
    public let standardError: Double
    /// λ: how much the judge is trusted, 0 … 1.
    public let trust: Double
    /// How many items people judged.
    public let labelled: Int

    /// `human` and `judge` are the grades of the same items, `judgeOnly` those of items without a human one. `trust` is found from the data
    /// when it is nil. Nil with less than two labelled or no unlabelled items, unequal numbers of grades, or a grade that is not finite.
    public init?(human: [Double], judge: [Double], judgeOnly: [Double], trust: Double? = nil) {
        guard human.count == judge.count, human.count >= 2, !judgeOnly.isEmpty,
            (human + judge + judgeOnly).allSatisfy(\.isFinite)
        else { return nil }
        let (n, rest) = (Double(human.count), Double(judgeOnly.count))
        let trust = trust ?? Self.tuned(human, judge, judge + judgeOnly, ratio: n / rest)
        let corrections = zip(human, judge).map { $0 - trust * $1 }
        let (judged, corrected) = (Moments(judgeOnly), Moments(corrections))
        estimate = trust * judged.mean + corrected.mean
        standardError = (trust * trust * judged.variance / rest + corrected.variance / n).squareRoot()
        (self.trust, labelled) = (trust, human.count)
    }

    /// cov(Y, f) / ((1 + n/N)·var(f)), kept within 0 … 1; 0 when the judge always says the same.
    private static func tuned(_ human: [Double], _ judge: [Double], _ all: [Double], ratio: Double) -> Double {
        let (y, f, everything) = (Moments(human), Moments(judge), Moments(all))
        let covariance =
            zip(human, judge).reduce(0) { $0 + ($1.0 - y.mean) * ($1.1 - f.mean) } / Double(human.count - 1)
        let variance = everything.variance * Double(all.count) / Double(all.count - 1)
        return variance > 0 ? min(1, max(0, covariance / ((1 + ratio) * variance))) : 0
    }

    /// The interval by the normal distribution; by Student's t with one degree less than there are labelled items when
    /// `isSmallSample`, which is advised below 50. Nil unless `level` is between 0 and 1.
    public func interval(level: Double = 0.95, isSmallSample: Bool = false) -> Interval? {
        guard level > 0, level < 1 else { return nil }
        let degrees = isSmallSample ? Double(labelled - 1) : .infinity
        let half = StudentDistribution.critical(alpha: 1 - level, degrees: degrees) * standardError
        return Interval(lower: estimate - half, upper: estimate + half)
    }
}
