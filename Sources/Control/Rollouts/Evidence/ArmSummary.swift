import Statistics

/// What one arm of a gate shows.
struct ArmSummary: Equatable, Sendable {
    /// Units whose time is over.
    var units = 0
    /// Those in which the metric was there.
    var measured = 0
    /// Sum over units of the mean of their values.
    var sum = 0.0
    /// Of the means of units, for percentiles.
    var quantiles = QuantileSketch()

    mutating func add(_ values: [Double], isPercentile: Bool) {
        units += 1
        let finite = values.filter(\.isFinite)
        guard !finite.isEmpty else { return }
        measured += 1
        sum += finite.reduce(0, +) / Double(finite.count)
        if isPercentile { for value in finite { quantiles.add(value) } }
    }

    /// The share of units in which the metric was there.
    var coverage: Double { units > 0 ? Double(measured) / Double(units) : 0 }
}
