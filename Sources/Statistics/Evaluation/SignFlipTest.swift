/// Whether paired differences have mean 0: if neither run is better, every difference could as well have had the other sign (Fisher's
/// randomisation test).
public struct SignFlipTest: Hashable, Sendable {
    /// The (weighted) mean difference.
    public let mean: Double
    /// The two-sided p-value.
    public let p: Double
    /// The one-sided p-value of "the mean is not below 0": small when the new run is worse.
    public let pWorse: Double

    /// Up to this many differences all sign patterns are gone through, beyond it `flips` random ones.
    public static let exactLimit = 12

    /// Tests `differences`, new less old. Random flips are drawn with `SplitMix64(seed:)`, and the observed signs count as one of them.
    /// Nil when there are none, one is not finite, the weights are not as many or not all positive, or `flips` is not positive.
    public init?(_ differences: [Double], weights: [Double]? = nil, flips: Int = 9999, seed: UInt64) {
        let weights = weights ?? differences.map { _ in 1 }
        guard !differences.isEmpty, differences.allSatisfy(\.isFinite), weights.count == differences.count,
            weights.allSatisfy({ $0 > 0 && $0 < .infinity }), flips > 0
        else { return nil }
        let terms = zip(differences, weights).map { $0 * $1 }
        let observed = terms.reduce(0, +)
        mean = observed / weights.reduce(0, +)
        // Sums that are equal but for rounding count as equal.
        let tolerance = 1e-12 * terms.reduce(0) { $0 + abs($1) }
        var (asFar, asLow) = (0, 0)
        func count(_ sum: Double) {
            if abs(sum) >= abs(observed) - tolerance { asFar += 1 }
            if sum <= observed + tolerance { asLow += 1 }
        }
        if terms.count <= Self.exactLimit {
            let patterns = 1 << terms.count
            for pattern in 0..<patterns {
                count(terms.enumerated().reduce(0) { $0 + (pattern >> $1.offset & 1 == 0 ? $1.element : -$1.element) })
            }
            (p, pWorse) = (Double(asFar) / Double(patterns), Double(asLow) / Double(patterns))
        } else {
            var generator = SplitMix64(seed: seed)
            for _ in 0..<flips {
                var (sum, bits) = (0.0, UInt64(0))
                for (index, term) in terms.enumerated() {
                    if index % 64 == 0 { bits = generator.next() }
                    sum += bits & 1 == 0 ? term : -term
                    bits >>= 1
                }
                count(sum)
            }
            let all = Double(flips) + 1
            (p, pWorse) = ((1 + Double(asFar)) / all, (1 + Double(asLow)) / all)
        }
    }
}
