/// Quantiles of raw numbers.
public enum Quantile {
    /// The `q`-quantile of ascending numbers, linear between the two nearest order statistics (type 7 of Hyndman and Fan, "Sample
    /// quantiles in statistical packages", 1996; the default of R and numpy). Nil when there are none or `q` is not in 0 … 1.
    public static func interpolated(_ q: Double, ofSorted sorted: [Double]) -> Double? {
        guard q >= 0, q <= 1, let last = sorted.last else { return nil }
        let position = q * Double(sorted.count - 1)
        let index = Int(position)
        guard index + 1 < sorted.count else { return last }
        return sorted[index] + (position - Double(index)) * (sorted[index + 1] - sorted[index])
    }

    /// The middle one of `numbers`, or the mean of the middle two. Nil when there are none, or one is NaN.
    public static func median(_ numbers: [Double]) -> Double? {
        guard !numbers.contains(where: \.isNaN) else { return nil }
        return interpolated(0.5, ofSorted: numbers.sorted())
    }
}
