/// The values from the least to the greatest that a chart shows.
struct ChartExtent: Hashable, Sendable {
    var lower: Double
    var upper: Double

    /// The extent to show after `previous`: that one while it holds these values and they fill two fifths of it.
    func held(from previous: ChartExtent?) -> ChartExtent {
        guard let previous, lower >= previous.lower, upper <= previous.upper,
            upper - min(0, lower) >= 0.4 * (previous.upper - min(0, previous.lower))
        else { return self }
        return previous
    }
}
