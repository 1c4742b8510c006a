/// How far two sets of vectors are apart as distributions: the squared distance of their means in the kernel's space, from all pairs. The
/// exact reference for `EmbeddingDiscrepancy`, whose work does not grow with the square of the number of vectors.
///
/// Source: Gretton, Borgwardt, Rasch, Schölkopf and Smola, "A kernel two-sample test", JMLR 2012, equations 3 and 5.
public struct MaximumMeanDiscrepancy: Hashable, Sendable {
    /// Without the pairs of a vector with itself: 0 on average when nothing differs, so it may be negative.
    public let unbiased: Double
    /// With them: never negative.
    public let biased: Double

    /// Nil unless both sets have at least two vectors and all are of one length.
    public init?(_ x: [[Double]], _ y: [[Double]], kernel: GaussianKernel) {
        guard x.count > 1, y.count > 1, let dimension = x.first?.count, (x + y).allSatisfy({ $0.count == dimension })
        else { return nil }
        let (n, m) = (Double(x.count), Double(y.count))
        let (xx, yy) = (Self.pairs(x, kernel), Self.pairs(y, kernel))
        let xy = x.reduce(0.0) { sum, row in y.reduce(sum) { $0 + kernel.likeness(row, $1) } } / (n * m)
        unbiased = 2 * xx / (n * (n - 1)) + 2 * yy / (m * (m - 1)) - 2 * xy
        biased = (2 * xx + n) / (n * n) + (2 * yy + m) / (m * m) - 2 * xy
    }

    /// Σ k over the pairs i < j.
    private static func pairs(_ rows: [[Double]], _ kernel: GaussianKernel) -> Double {
        rows.enumerated().reduce(0.0) { sum, row in
            rows[(row.offset + 1)...].reduce(sum) { $0 + kernel.likeness(row.element, $1) }
        }
    }
}
