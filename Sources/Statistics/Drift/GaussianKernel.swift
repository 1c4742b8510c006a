import Glibc

/// How alike two vectors are: k(x, y) = exp(−γ‖x − y‖²), 1 for equal ones, near 0 for distant ones.
public struct GaussianKernel: Hashable, Sendable, Codable {
    /// γ: how fast likeness fades with the squared distance; positive.
    public let gamma: Double

    /// Nil unless `gamma` is positive and finite.
    public init?(gamma: Double) {
        guard gamma > 0, gamma < .infinity else { return nil }
        self.gamma = gamma
    }

    /// γ = 1 / median of the squared distances of all pairs of `rows` (the median heuristic: Gretton et al., "A kernel two-sample test", JMLR
    /// 2012). A thousand rows are enough; the work grows with their square. Nil when there are less than two rows, they are of
    /// different lengths, or more than half of them are equal.
    public init?(medianOf rows: [[Double]]) {
        guard let dimension = rows.first?.count, rows.allSatisfy({ $0.count == dimension }) else { return nil }
        var distances: [Double] = []
        distances.reserveCapacity(rows.count * (rows.count - 1) / 2)
        for (index, row) in rows.enumerated() {
            for other in rows[(index + 1)...] { distances.append(Self.squaredDistance(row, other)) }
        }
        guard let median = Quantile.median(distances), median > 0 else { return nil }
        self.init(gamma: 1 / median)
    }

    /// k(x, y).
    public func likeness(_ x: [Double], _ y: [Double]) -> Double { exp(-gamma * Self.squaredDistance(x, y)) }

    private static func squaredDistance(_ x: [Double], _ y: [Double]) -> Double {
        zip(x, y).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
}
