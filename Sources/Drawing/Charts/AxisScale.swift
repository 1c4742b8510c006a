/// The range of values that a chart shows, with ticks at 1, 2 or 5 times a power of ten.
public struct AxisScale: Hashable, Sendable {
    /// Value at the lower edge, the first tick.
    public let lower: Double
    /// Value at the upper edge, the last tick; above `lower`.
    public let upper: Double
    /// Distance of two ticks.
    public let step: Double

    /// The closest scale that shows all of `lower...upper`.
    /// - Parameter ticks: the most ticks wanted; at least 2 are given, 3 about zero.
    public init(lower: Double, upper: Double, ticks: Int) {
        var lower = Self.tamed(lower, else: 0)
        var upper = Self.tamed(upper, else: lower)
        if lower > upper { swap(&lower, &upper) }
        if upper - lower <= max(lower.magnitude, upper.magnitude) * 1e-12 {
            // A constant: room on the side away from zero, or a unit range about zero.
            let room = upper == 0 ? 1 : upper.magnitude
            if lower < 0 { lower -= room } else { upper += room }
        }
        // A range about zero has a tick there and one on each side.
        let wanted = Double(max(ticks - 1, lower < 0 && upper > 0 ? 2 : 1))
        var step = Self.niceStep(atLeast: (upper - lower) / wanted)
        // Rounding both ends outwards may have cost a tick more than wanted.
        while (upper / step).rounded(.up) - (lower / step).rounded(.down) > wanted {
            step = Self.niceStep(atLeast: step * 1.5)
        }
        self.step = step
        self.lower = (lower / step).rounded(.down) * step
        self.upper = (upper / step).rounded(.up) * step
    }

    /// This scale if it still suits the data, else the closest one: so that an axis does not change with every sample.
    /// It suits while the data fit and fill two fifths of it.
    public static func covering(lower: Double, upper: Double, ticks: Int, previous: AxisScale?) -> AxisScale {
        if let previous, lower >= previous.lower, upper <= previous.upper,
            upper - lower >= 0.4 * (previous.upper - previous.lower)
        {
            return previous
        }
        return AxisScale(lower: lower, upper: upper, ticks: ticks)
    }

    /// The values of the ticks from below.
    public var ticks: [Double] {
        let count = Int(exactly: ((upper - lower) / step).rounded()) ?? 1
        return (0...min(max(count, 1), 100)).map { lower + Double($0) * step }
    }

    /// The label of each tick, all with the same decimals and unit prefix.
    public var labels: [String] {
        let largest = max(lower.magnitude, upper.magnitude)
        let prefixes: [(divisor: Double, suffix: String)] = [(1e12, "T"), (1e9, "G"), (1e6, "M"), (1e4, "k")]
        let found = prefixes.first { largest >= $0.divisor }
        let divisor = found.map { $0.suffix == "k" ? 1e3 : $0.divisor } ?? 1
        var decimals = 0
        var unit = step / divisor
        while unit < 0.9999, decimals < 6 {
            unit *= 10
            decimals += 1
        }
        return ticks.map {
            let text = Format.decimal($0 / divisor, decimals: decimals)
            return $0.magnitude < step / 2 || text == Format.missing ? text : text + (found?.suffix ?? "")
        }
    }

    /// Where the value lies between the lower edge (0) and the upper one (1), clamped.
    func position(of value: Double) -> Double {
        min(max((value - lower) / (upper - lower), 0), 1)
    }

    /// Numbers so large or so close to zero that arithmetic on them breaks down are brought in.
    private static func tamed(_ value: Double, else replacement: Double) -> Double {
        guard value.isFinite else { return replacement }
        return value.magnitude < 1e-100 ? 0 : min(max(value, -1e100), 1e100)
    }

    private static func niceStep(atLeast step: Double) -> Double {
        guard step > 0, step.isFinite else { return 1 }
        var power = 1.0
        while power > step { power /= 10 }
        while power * 10 <= step { power *= 10 }
        guard power > 0 else { return step }
        let nice = [1.0, 2, 5].first { power * $0 >= step * (1 - 1e-9) } ?? 10
        return power * nice
    }
}
