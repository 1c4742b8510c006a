import Domain

/// Where a course over time clearly became worse, and by how much.
struct Shift: Hashable {
    /// Index of the first point after it.
    var index: Int
    var before: Double
    var after: Double

    var factor: Double { before > 0 ? after / before : .infinity }

    /// The fewest points on each side that make a level.
    private static let fewest = (before: 3, after: 2)

    /// The earliest moment from which on the p95 of the latency stays above 1.4 times its median before, its own median being
    /// 1.5 times that or more. Points of fewer than twenty calls are left out: their p95 is their maximum.
    static func ofLatency(in points: [Measures?]) -> Shift? {
        let known = points.enumerated().compactMap { index, point in
            point?.duration.flatMap { $0.count >= 20 ? (index: index, value: $0.p95) : nil }
        }
        guard known.count >= fewest.before + fewest.after else { return nil }
        for split in fewest.before...(known.count - fewest.after) {
            let before = median(known[..<split].map(\.value))
            let later = known[split...].map(\.value)
            let after = median(later)
            if after >= 1.5 * before, later.allSatisfy({ $0 >= 1.4 * before }) {
                return Shift(index: known[split].index, before: before, after: after)
            }
        }
        return nil
    }

    /// The moment that best parts the course into calls with few errors and calls with clearly more; nil when none does.
    static func ofErrors(in points: [Measures?]) -> Shift? {
        let rates = points.map { Rate(failures: $0?.errors ?? 0, calls: $0?.calls ?? 0) }
        guard rates.count >= fewest.before + fewest.after else { return nil }
        let all = rates.reduce(Rate(failures: 0, calls: 0), +)
        var before = Rate(failures: 0, calls: 0)
        var best: Shift?
        for (index, rate) in rates.enumerated() {
            var after = all
            after.failures -= before.failures
            after.calls -= before.calls
            let isPossible = index >= fewest.before && index <= rates.count - fewest.after
            if isPossible, after.clearlyExceeds(before),
                after.value - before.value > (best.map { $0.after - $0.before } ?? 0)
            {
                best = Shift(index: index, before: before.value, after: after.value)
            }
            before = before + rate
        }
        return best
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }
}
