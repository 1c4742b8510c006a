/// Student's t distribution, as far as intervals need it.
public enum StudentDistribution {
    /// The value that lies above 97.5 % of the distribution with `degrees` of freedom (at least 1): half the width of a 95 % interval in
    /// standard errors. Exact to the last digit given up to 30 degrees (any table, such as NIST/SEMATECH e-Handbook 1.3.6.7.2), and within
    /// 0.001 beyond (Fisher's expansion, Abramowitz & Stegun 26.7.5).
    public static func upper975(degrees: Int) -> Double {
        if degrees <= table.count { return table[max(degrees, 1) - 1] }
        let (z, n) = (1.959_964, Double(degrees))
        let cube = z * z * z
        return z + (cube + z) / (4 * n) + (5 * cube * z * z + 16 * cube + 3 * z) / (96 * n * n)
    }

    private static let table = [
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
    ]
}
