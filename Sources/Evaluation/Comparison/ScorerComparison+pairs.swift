import Domain
import Glibc
import Statistics

extension ScorerComparison {
    /// What `scorer` says of the pairs; nil when it judged none.
    init?(_ scorer: Scorer, _ pairs: [AnswerPair], margin: Double, seed: UInt64) {
        let judged = pairs.compactMap { pair in pair.values(scorer).map { (pair.weight, $0.baseline, $0.candidate) } }
        let (weights, changes) = (judged.map(\.0), judged.map { $0.2 - $0.1 })
        guard let interval = Bootstrap.meanInterval(of: changes, weights: weights, seed: seed) else { return nil }
        let test = SignFlipTest(changes, weights: weights, seed: seed)
        let total = weights.reduce(0, +)
        func mean(_ value: ((Double, Double, Double)) -> Double) -> Double {
            judged.reduce(0) { $0 + $1.0 * value($1) } / total
        }
        let change = mean { $0.2 - $0.1 }
        let verdict: ComparisonVerdict =
            switch NonInferiority(interval, margin: margin) {
            case .passed: .noWorse
            case .failed: .worse
            case .inconclusive: .undecided
            }
        self.init(
            scorer: scorer, count: judged.count, baseline: mean { $0.1 }, candidate: mean { $0.2 }, change: change,
            interval: interval.lower...interval.upper, p: test?.p, margin: margin, verdict: verdict,
            itemsNeeded: verdict == .undecided
                ? NonInferiority.itemsNeeded(deviation: Self.deviation(changes), margin: margin) : nil)
    }

    private static func deviation(_ values: [Double]) -> Double {
        guard values.count > 1 else { return 0 }
        let mean = values.reduce(0, +) / Double(values.count)
        return sqrt(values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1))
    }
}
