import Glibc

/// Whether two runs differ on items that are only right or wrong (McNemar 1947, exact): of the items on which just one run was right,
/// each run should be the one equally often.
public enum McNemarTest {
    /// The two-sided p-value: min(1, 2·P(X ≤ min(b, c))), X binomial with b + c trials of one half. `onlyFirst` (b) and `onlySecond` (c) count
    /// the items that only this run got right. 1 when there are none; nil when a count is negative or there are more than 2³¹.
    public static func p(onlyFirst: Int, onlySecond: Int) -> Double? {
        guard onlyFirst >= 0, onlySecond >= 0, onlyFirst < 1 << 30, onlySecond < 1 << 30 else { return nil }
        let (fewer, total) = (min(onlyFirst, onlySecond), Double(onlyFirst + onlySecond))
        guard total > 0 else { return 1 }
        // P(X ≤ k) = I½(n − k, k + 1).
        return min(1, 2 * SpecialFunctions.beta(total - Double(fewer), Double(fewer) + 1, 0.5))
    }
}
