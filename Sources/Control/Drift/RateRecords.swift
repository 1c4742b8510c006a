import Domain
import Statistics

/// Values from 0 (well) to 1 (bad) of a rate, without their order.
struct RateRecords {
    /// Values with their counts.
    private let values: [(bad: Double, count: Int64)]
    let count: Int64

    /// The values of `signal` in a summary: yes or no of a category, or scores, of which few is bad. Nil without any.
    init?(_ signal: DriftSignal, _ summary: WindowSummary) {
        let whole = summary.whole
        if let counts = whole.categories[signal.name] {
            values = [(1, counts.entries["yes"] ?? 0), (0, counts.entries["no"] ?? 0)].filter { $0.1 > 0 }
        } else if let numbers = whole.numbers[signal.name].flatMap({ EmpiricalDistribution($0) }) {
            var before: Int64 = 0
            var values: [(bad: Double, count: Int64)] = []
            for (value, cumulative) in zip(numbers.values, numbers.cumulative) {
                // A sketch says 1 within 1 %.
                values.append((1 - (value > 1 && value < 1.02 ? 1 : value), cumulative - before))
                before = cumulative
            }
            self.values = values
        } else {
            return nil
        }
        count = values.reduce(0) { $0 &+ $1.count }
        guard count > 0 else { return nil }
    }

    /// The mean, 0 (well) to 1 (bad).
    var mean: Double { values.reduce(0) { $0 + $1.bad * Double($1.count) } / Double(count) }

    /// What is still well, when these are the reference; nil when a value is outside 0 … 1, or no room is left.
    var baseline: Double? {
        guard values.allSatisfy({ (0...1).contains($0.bad) }),
            let events = Int(exactly: (mean * Double(count)).rounded())
        else { return nil }
        return RateDetector.baseline(events: events, trials: Int(clamping: count))
    }

    /// How many records come in `budget` at the rate of these, which took `length`; within 10³ and 10⁶.
    func records(in budget: Nanoseconds, took length: Nanoseconds) -> Double {
        min(1e6, max(1e3, Double(count) * budget.seconds / max(3600, length.seconds)))
    }

    /// The values in an order that chance gives: which came first within a window is not kept. At most 50 000 of them.
    func shuffled(seed: UInt64) -> [Double] {
        let factor = min(1, 50_000 / Double(count))
        var records: [Double] = []
        for (bad, count) in values {
            records.append(
                contentsOf: repeatElement(min(1, max(0, bad)), count: Int((Double(count) * factor).rounded())))
        }
        var generator = SplitMix64(seed: seed)
        records.shuffle(using: &generator)
        return records
    }
}
