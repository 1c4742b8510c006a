import Glibc

/// Two sets of counts over the same categories or bins: do they come from the same distribution, and how far are they apart?
///
/// The test and the distance are one quantity: G = 2N · JSD, the Jensen-Shannon divergence weighted by the sizes, in nats.
public struct CountComparison: Hashable, Sendable {
    /// Counts of the reference in the bins in which either has any.
    public let reference: [Int]
    /// Counts of the current window in the same bins.
    public let current: [Int]
    /// The place of each of these bins among those given.
    public let bins: [Int]
    /// How many bins there are for the stability index.
    private let given: Int

    /// Counts bin by bin. `countsEmptyBins` says whether bins without any count exist for the stability index, which nothing else heeds.
    /// Nil when the numbers of bins differ, a count is negative or either has nothing.
    public init?(reference: [Int], current: [Int], countsEmptyBins: Bool = true) {
        guard reference.count == current.count, reference.allSatisfy({ $0 >= 0 }), current.allSatisfy({ $0 >= 0 }),
            reference.contains(where: { $0 > 0 }), current.contains(where: { $0 > 0 })
        else { return nil }
        let bins = reference.indices.filter { reference[$0] > 0 || current[$0] > 0 }
        (self.bins, given) = (bins, countsEmptyBins ? reference.count : bins.count)
        self.reference = bins.map { reference[$0] }
        self.current = bins.map { current[$0] }
    }

    private var sizes: (reference: Double, current: Double) {
        (reference.reduce(0.0) { $0 + Double($1) }, current.reduce(0.0) { $0 + Double($1) })
    }

    /// What each bin adds to G; in all 2 Σ [rᵢ ln(rᵢ/(n·tᵢ)) + cᵢ ln(cᵢ/(m·tᵢ))], tᵢ the bin's share of everything.
    public var contributions: [Double] {
        let (n, m) = sizes
        return zip(reference, current).map { r, c in
            let (r, c) = (Double(r), Double(c))
            let share = (r + c) / (n + m)
            return 2 * (LogSpace.times(r, logOf: r / (n * share)) + LogSpace.times(c, logOf: c / (m * share)))
        }
    }

    /// The likelihood-ratio statistic G of equal distributions (Sokal and Rohlf, "Biometry", chapter 17); 0 or more.
    public var g: Double { max(0, contributions.reduce(0, +)) }

    /// Degrees of freedom of G: the bins less one. 0 when all lies in one bin, and then nothing can be said.
    public var degreesOfFreedom: Int { bins.count - 1 }

    /// Williams' correction (1976), by which G is divided; 1 with a single bin.
    public var williams: Double {
        guard degreesOfFreedom > 0 else { return 1 }
        let (n, m) = sizes
        let all = n + m
        let inverse = zip(reference, current).reduce(0.0) { $0 + all / (Double($1.0) + Double($1.1)) }
        return 1 + (all / n + all / m - 1) * (inverse - 1) / (6 * all * Double(degreesOfFreedom))
    }

    /// The probability of a G as large when both come from one distribution: χ² of G/q. Nil when all lies in one bin.
    public var p: Double? { tail(g / williams) }

    /// The same without Williams' correction.
    public var uncorrectedP: Double? { tail(g) }

    private func tail(_ statistic: Double) -> Double? {
        degreesOfFreedom > 0 ? SpecialFunctions.upperGamma(Double(degreesOfFreedom) / 2, statistic / 2) : nil
    }

    /// The smallest count expected in a bin under one distribution; below 1 the p-value is not to be trusted.
    public var leastExpected: Double {
        let (n, m) = sizes
        let least = zip(reference, current).reduce(Double.infinity) { min($0, Double($1.0) + Double($1.1)) }
        return least * min(n, m) / (n + m)
    }

    /// The Jensen-Shannon divergence of the two shares in bits (Lin 1991): 0 when equal, 1 when nothing is shared.
    public var divergence: Double {
        let (n, m) = sizes
        let sum = zip(reference, current).reduce(0.0) { sum, counts in
            let (p, q) = (Double(counts.0) / n, Double(counts.1) / m)
            let middle = (p + q) / 2
            return sum + LogSpace.times(p, logOf: p / middle) + LogSpace.times(q, logOf: q / middle)
        }
        return min(1, max(0, sum / (2 * log(2))))
    }

    /// The Jensen-Shannon distance, √`divergence`: 0 … 1.
    public var distance: Double { divergence.squareRoot() }

    /// About what `distance` is by chance alone: √((K − 1)(1/n + 1/m)/(8 ln 2)).
    public var distanceByChance: Double { (stabilityIndexByChance / (8 * log(2))).squareRoot() }

    /// The population stability index Σ (q − p) ln(q/p), with half a count added to every bin.
    public var stabilityIndex: Double {
        let ((n, m), k) = (sizes, Double(given))
        func term(_ r: Double, _ c: Double) -> Double {
            let (p, q) = ((r + 0.5) / (n + 0.5 * k), (c + 0.5) / (m + 0.5 * k))
            return (q - p) * log(q / p)
        }
        return zip(reference, current).reduce(Double(given - bins.count) * term(0, 0)) { sum, counts in
            sum + term(Double(counts.0), Double(counts.1))
        }
    }

    /// About what `stabilityIndex` is by chance alone: (K − 1)(1/n + 1/m).
    public var stabilityIndexByChance: Double {
        let (n, m) = sizes
        return Double(degreesOfFreedom) * (1 / n + 1 / m)
    }
}
