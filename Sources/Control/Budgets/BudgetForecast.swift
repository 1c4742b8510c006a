import Domain
import Statistics

/// What a month will have used by its end, from what its days used.
///
/// A day's use is a level times a factor of its weekday. The level is the mean of the complete days of the last four weeks, whatever month
/// they are of, so that the first of a month has as much to go by as the last. The factor of a weekday is the mean of its days against
/// the level, drawn towards 1 as if two more days had been usual; below two weeks all weekdays are alike. The rest of the month has the
/// sum of its days' levels; its interval is that of a sum of m future values after n seen ones that scatter alike around their level,
/// t · s · √(m + m²/n) (Hahn & Meeker, Statistical Intervals, 1991, 4.7). Days in a row are alike, which makes the mean of n of them less
/// certain: s is that of the residuals times √((1 + r)/(1 − r)) with their correlation r from day to day (Bartlett 1946).
struct BudgetForecast {
    /// What the complete days before today used, oldest first; the last is yesterday.
    var days: [Double]
    /// The number of today since 1970.
    var today: Int32
    /// Used since the first of the month, today included.
    var usedThisMonth: Double
    /// The share of today that is over, 0 to 1.
    var shareOfToday: Double
    /// Days of the month after today.
    var daysLeft: Int

    /// Days that are looked at.
    static let mostDays = 28
    /// Fewer days say nothing of how days differ.
    static let fewestDays = 2

    /// The forecast; nil when there are too few days to go by.
    var forecast: BudgetStatus.Forecast? {
        let days = Array(days.suffix(Self.mostDays))
        guard days.count >= Self.fewestDays else { return nil }
        let factors = weekdayFactors(days)
        func factor(_ offset: Int) -> Double { factors[Int((Int64(today) + Int64(offset)) % 7 + 7) % 7] }
        let seen = days.indices.map { factor($0 - days.count) }
        let level = days.reduce(0, +) / max(seen.reduce(0, +), .leastNonzeroMagnitude)
        let rest = factor(0) * max(0, 1 - shareOfToday) + (0..<max(0, daysLeft)).reduce(0) { $0 + factor($1 + 1) }
        let expected = usedThisMonth + level * rest
        let residuals = zip(days, seen).map { $0 - level * $1 }
        let count = Double(days.count)
        // One degree of freedom for the level, and in effect one for the weekdays once they differ.
        let degrees = days.count - (days.count >= 14 ? 3 : 1)
        let variance = residuals.reduce(0) { $0 + $1 * $1 } / Double(max(1, degrees)) * inflation(residuals)
        let half =
            StudentDistribution.upper975(degrees: degrees) * (variance * (rest + rest * rest / count)).squareRoot()
        return BudgetStatus.Forecast(
            expected: expected, low: max(usedThisMonth, expected - half), high: expected + half)
    }

    /// By the number of the day modulo 7.
    private func weekdayFactors(_ days: [Double]) -> [Double] {
        let level = days.reduce(0, +) / Double(days.count)
        guard days.count >= 14, level > 0 else { return [Double](repeating: 1, count: 7) }
        var (sums, counts) = ([Double](repeating: 2, count: 7), [Double](repeating: 2, count: 7))
        for (index, day) in days.enumerated() {
            let weekday = Int((Int64(today) + Int64(index - days.count)) % 7 + 7) % 7
            sums[weekday] += day / level
            counts[weekday] += 1
        }
        return zip(sums, counts).map { $0 / $1 }
    }

    private func inflation(_ residuals: [Double]) -> Double {
        let square = residuals.reduce(0) { $0 + $1 * $1 }
        guard residuals.count >= 7, square > 0 else { return 1 }
        let product = zip(residuals, residuals.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
        let correlation = min(max(product / square, 0), 0.6)
        return (1 + correlation) / (1 - correlation)
    }
}
