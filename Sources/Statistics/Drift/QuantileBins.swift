/// The bins in which a window of numbers is compared with its reference: cut at the reference's quantiles, so that each holds about
/// as much of it; the two at the upper end catch changes of the tail.
public struct QuantileBins: Hashable, Sendable, Codable {
    /// The quantiles at which the reference is cut.
    public static let cuts: [Double] = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99]
    /// With at most so many distinct values each is a bin of its own.
    private static let mostValues = 12

    /// Where the bins end, ascending: (−∞, e₁], (e₁, e₂], … (eₖ, ∞).
    public let edges: [Double]

    /// The bins of a reference.
    public init(_ reference: EmpiricalDistribution) {
        if reference.values.count <= Self.mostValues {
            // Whatever lies between the values falls into bins that the reference leaves empty.
            self.init(edges: reference.values.flatMap { [$0.nextDown, $0] })
        } else {
            self.init(edges: Self.cuts.compactMap(reference.quantile))
        }
    }

    /// The bins between `edges`, in any order; equal ones count once, what is not finite not at all.
    public init(edges: [Double]) { self.edges = Set(edges.filter(\.isFinite)).sorted() }

    /// How many of the numbers fall into each bin.
    public func counts(of numbers: EmpiricalDistribution) -> [Int] {
        var counts = [Int](repeating: 0, count: edges.count + 1)
        var (bin, before): (Int, Int64) = (0, 0)
        for (value, sum) in zip(numbers.values, numbers.cumulative) {
            while bin < edges.count, edges[bin] < value { bin += 1 }
            counts[bin] += Int(sum - before)
            before = sum
        }
        return counts
    }

    /// Compares the counts of both in those of these bins that hold any.
    public func compare(_ reference: EmpiricalDistribution, _ current: EmpiricalDistribution) -> CountComparison? {
        CountComparison(reference: counts(of: reference), current: counts(of: current), countsEmptyBins: false)
    }
}
