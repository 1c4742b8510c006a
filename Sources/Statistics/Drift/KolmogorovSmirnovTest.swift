import Glibc

/// The p-value of a Kolmogorov-Smirnov distance: how often by chance two samples of one continuous distribution are at least as far
/// apart. Computed as for one sample of n·m/(n + m) numbers, which is close for the sizes that windows have.
public enum KolmogorovSmirnovTest {
    /// P(D ≥ `distance`) for samples of `first` and `second` numbers. Nil unless the distance is in 0 … 1 and both sizes are positive.
    public static func p(distance: Double, first: Int64, second: Int64) -> Double? {
        guard distance >= 0, distance <= 1, first > 0, second > 0 else { return nil }
        let (n, m) = (Double(first), Double(second))
        return tail((n * m / (n + m)).rounded(.toNearestOrEven), distance)
    }

    /// P(D ≥ d) of one sample of n numbers: exact where that is cheap, else the expansion of Pelz and Good. The borders are those of Simard and
    /// L'Ecuyer, "Computing the two-sided Kolmogorov-Smirnov distribution", Journal of Statistical Software 2011.
    private static func tail(_ n: Double, _ d: Double) -> Double {
        guard n > 0, d > 0 else { return 1 }
        let square = n * d * d
        if d >= 1 || square >= 370 { return 0 }
        if n * d <= 0.5 { return 1 }
        if d >= 0.5 || square >= (n <= 140 ? 4 : 2.2) { return min(1, 2 * smirnov(n, d)) }
        return 1 - (n <= 140 || n <= 100_000 && n * pow(d, 1.5) <= 1.4 ? marsaglia(Int(n), d) : pelzGood(n, d))
    }

    /// The one-sided tail (Birnbaum and Tingey 1951): d Σⱼ C(n, j)(d + j/n)^(j−1)(1 − d − j/n)^(n−j) over j ≤ n(1 − d). All terms are positive.
    private static func smirnov(_ n: Double, _ d: Double) -> Double {
        var sum = 0.0
        var j = 0.0
        while j <= n * (1 - d) {
            let rest = max(0, 1 - d - j / n)
            let terms = LogSpace.times(j - 1, logOf: d + j / n) + LogSpace.times(n - j, logOf: rest)
            sum += exp(SpecialFunctions.logChoose(n, j) + terms)
            j += 1
        }
        return d * sum
    }

    /// P(D < d), exact: Marsaglia, Tsang and Wang, "Evaluating Kolmogorov's distribution", Journal of Statistical Software 2003.
    private static func marsaglia(_ n: Int, _ d: Double) -> Double {
        let k = Int(Double(n) * d) + 1
        let h = Double(k) - Double(n) * d
        var matrix = SquareMatrix(size: 2 * k - 1)
        let m = matrix.size
        for i in 0..<m {
            for j in 0..<m where i - j + 1 >= 0 { matrix[i, j] = 1 }
        }
        for i in 0..<m {
            matrix[i, 0] -= pow(h, Double(i + 1))
            matrix[m - 1, i] -= pow(h, Double(m - i))
        }
        if 2 * h > 1 { matrix[m - 1, 0] += pow(2 * h - 1, Double(m)) }
        for i in 0..<m {
            for j in 0..<m where i - j + 1 > 0 { matrix[i, j] /= tgamma(Double(i - j + 2)) }
        }
        let power = matrix.power(n)
        var probability = power.matrix[k - 1, k - 1]
        var exponent = power.exponent
        for i in 1...n {
            probability *= Double(i) / Double(n)
            if probability < 0x1p-500 {
                probability *= 0x1p500
                exponent -= 500
            }
        }
        return min(1, max(0, scalbn(probability, Int32(clamping: exponent))))
    }

    /// P(D < d) for large n: the limit and its corrections to order n^(−3/2), Pelz and Good, "Approximating the lower tail-areas of the
    /// Kolmogorov-Smirnov one-sample statistic", JRSS B 1976.
    private static func pelzGood(_ n: Double, _ d: Double) -> Double {
        let z = n.squareRoot() * d
        let (z2, z4, z6) = (z * z, pow(z, 4), pow(z, 6))
        let pi2 = Double.pi * Double.pi
        let pi4 = pi2 * pi2
        // Sums over k + ½ and over the whole numbers k.
        var halves = (0.0, 0.0, 0.0, 0.0)
        var wholes = (0.0, 0.0)
        for k in 0...Int(4 * z) + 4 {
            let (h, w) = (pow(Double(k) + 0.5, 2), pow(Double(k), 2))
            let (half, whole) = (exp(-pi2 * h / (2 * z2)), exp(-pi2 * w / (2 * z2)))
            let second = pi2 * (2 * z4 - 5 * z2) * h + pi4 * (1 - 2 * z2) * h * h
            let third = pi2 * (135 * z4 - 96 * z6) * h + pi4 * (212 * z4 - 60 * z2) * h * h
            let sixth = pi2 * pi4 * (5 - 30 * z2) * h * h * h
            halves.0 += half
            halves.1 += (pi2 * h - z2) * half
            halves.2 += (6 * z6 + 2 * z4 + second) * half
            halves.3 += (third + sixth - 30 * z6 - 90 * z4 * z4) * half
            wholes.0 += w * whole
            wholes.1 += (3 * z2 - pi2 * w) * w * whole
        }
        let root = n.squareRoot()
        let first = halves.0 / z + halves.1 / (6 * z4 * root)
        let second = halves.2 / (72 * z6 * z) - pi2 * wholes.0 / (36 * z2 * z)
        let third = halves.3 / (6480 * z6 * z4) + pi2 * wholes.1 / (216 * z6)
        return (2 * Double.pi).squareRoot() * (first + second / n + third / (n * root))
    }
}
