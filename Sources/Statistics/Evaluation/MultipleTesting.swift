/// p-values of several tests at once, adjusted so that each can be compared with the level as if it were alone.
public enum MultipleTesting {
    /// Holm 1979: the probability of any false alarm among all tests is kept. In the order given; a value outside 0 … 1 makes all nil.
    public static func holm(_ values: [Double]) -> [Double]? {
        adjust(values, descending: false) { value, rank, count in value * Double(count - rank) }
    }

    /// Benjamini and Hochberg 1995: the expected share of false ones among the alarms is kept. In the order given; a value outside 0 … 1 makes
    /// all nil.
    public static func benjaminiHochberg(_ values: [Double]) -> [Double]? {
        adjust(values, descending: true) { value, rank, count in value * Double(count) / Double(rank + 1) }
    }

    /// Adjusts by ascending rank (0 the smallest) and keeps the order: ascending with a running maximum, descending with a running
    /// minimum.
    private static func adjust(
        _ values: [Double], descending: Bool, _ factor: (Double, Int, Int) -> Double
    ) -> [Double]? {
        guard values.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { return nil }
        let order = Array(values.indices.sorted { values[$0] < values[$1] }.enumerated())
        var adjusted = values
        var bound = descending ? 1.0 : 0.0
        for (rank, index) in descending ? order.reversed() : order {
            let value = factor(values[index], rank, values.count)
            bound = descending ? min(bound, value) : max(bound, value)
            adjusted[index] = min(1, bound)
        }
        return adjusted
    }
}
