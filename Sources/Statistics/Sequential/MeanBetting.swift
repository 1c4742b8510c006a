import Glibc

/// Evidence against each of several hypotheses about the mean of numbers in 0 … 1, by betting: Kₜ(m) = Π (1 + λₜ(m)(xₜ − m)) with
/// λ the approximate Kelly bet (μ − m)/(v + (μ − m)²) from the mean μ and variance v before, kept within −c/(1 − m) … c/m, c = ½.
///
/// Source: Waudby-Smith and Ramdas, "Estimating means of bounded random variables by betting", JRSS B 2024, section 5.2.
public struct MeanBetting: Hashable, Sendable, Codable {
    /// The largest share of the capital that a bet may lose.
    private static let truncation = 0.5

    /// m: the hypotheses, ascending, inside 0 … 1.
    public let means: [Double]
    /// ln K(m), one a hypothesis; the probability that it ever reaches ln(1/α) when m is the mean is at most α.
    public private(set) var logEvidence: [Double]
    /// How many numbers there were, with the pseudo-observations.
    private var weight: Double
    private var sum: Double
    private var squares: Double

    /// `priorWeight` pseudo-observations with `priorMean` and `priorVariance` stand before the first number. Nil unless there are
    /// hypotheses, ascending, inside 0 … 1, and the prior has positive weight and variance and a mean in 0 … 1.
    public init?(means: [Double], priorMean: Double = 0.5, priorVariance: Double = 0.25, priorWeight: Double = 1) {
        guard let first = means.first, let last = means.last, first > 0, last < 1,
            zip(means, means.dropFirst()).allSatisfy({ $0 < $1 }), priorMean >= 0, priorMean <= 1, priorVariance > 0,
            priorWeight > 0, priorVariance < .infinity, priorWeight < .infinity
        else { return nil }
        self.means = means
        logEvidence = means.map { _ in 0 }
        (weight, sum, squares) = (priorWeight, priorWeight * priorMean, priorWeight * priorVariance)
    }

    /// Evenly spaced hypotheses, 1/`parts` apart. Nil unless `parts` is at least 2 and the prior is one.
    public init?(parts: Int, priorMean: Double = 0.5, priorVariance: Double = 0.25, priorWeight: Double = 1) {
        guard parts >= 2 else { return nil }
        self.init(
            means: (1..<parts).map { Double($0) / Double(parts) }, priorMean: priorMean, priorVariance: priorVariance,
            priorWeight: priorWeight)
    }

    /// Bets on one number. False, and nothing changes, unless it is in 0 … 1.
    @discardableResult
    public mutating func add(_ value: Double) -> Bool {
        guard value >= 0, value <= 1 else { return false }
        let (mean, variance) = (sum / weight, squares / weight)
        for (index, m) in zip(logEvidence.indices, means) {
            let edge = mean - m
            let kelly = edge / (variance + edge * edge)
            let bet = min(max(kelly, -Self.truncation / (1 - m)), Self.truncation / m)
            logEvidence[index] += log1p(bet * (value - m))
        }
        sum += value
        weight += 1
        let residual = value - sum / weight
        squares += residual * residual
        return true
    }

    /// The means that are not rejected at `alpha`, from the rejected hypothesis below them to the one above; 0 or 1 where
    /// none is rejected. Nil when all are rejected (which has probability `alpha` at most), or `alpha` is not between 0 and 1.
    public func interval(alpha: Double = 0.05) -> Interval? {
        guard alpha > 0, alpha < 1 else { return nil }
        let limit = -log(alpha)
        guard let first = logEvidence.firstIndex(where: { $0 < limit }),
            let last = logEvidence.lastIndex(where: { $0 < limit })
        else { return nil }
        return Interval(
            lower: first > means.startIndex ? means[first - 1] : 0,
            upper: last + 1 < means.endIndex ? means[last + 1] : 1)
    }
}
