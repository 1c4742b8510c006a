extension Array where Element == Double {
    /// The middle value; 0 of nothing.
    var median: Double { quantile(0.5) }

    /// The nearest-rank quantile; 0 of nothing.
    func quantile(_ q: Double) -> Double {
        guard !isEmpty else { return 0 }
        let sorted = sorted()
        return sorted[Swift.min(count - 1, Int(Double(count) * q))]
    }
}
