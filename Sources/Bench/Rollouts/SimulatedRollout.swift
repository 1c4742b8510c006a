import Glibc
import Statistics

/// One rollout of up to 20 000 units, looked at after every one by three judges: label betting, a z-test that is read again and again, and
/// a fixed threshold on the canary's mean of each thousand units.
struct SimulatedRollout {
    static let units = 20_000

    /// After how many units each would have rolled back; nil when it never did.
    private(set) var betting: Int?
    private(set) var peeking: Int?
    private(set) var threshold: Int?

    init(_ metric: SimulatedMetric, weight: Double, isWorse: Bool, seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        var evidence = LabelBetting(margins: [.none], baselineMean: metric.baselineMean)
        var (arms, window) = ((RunningMean(), RunningMean()), RunningMean())
        for unit in 1...Self.units {
            let isCanary = generator.unit() < weight
            let harm = metric.harm(isWorse: isCanary && isWorse, &generator)
            if betting == nil, let labelled = LabelledHarm(isCanary: isCanary, probability: weight, harm: harm) {
                evidence?.add(labelled)
                if evidence?.evidence.first?.harm.hasReached(alpha: 0.05) == true { betting = unit }
            }
            if isCanary {
                arms.1.add(harm)
                window.add(harm)
            } else {
                arms.0.add(harm)
            }
            if peeking == nil, RunningMean.z(arms.0, arms.1) > 1.644_853_627 { peeking = unit }
            if unit % 1000 == 0 {
                if threshold == nil, window.mean > metric.halfWay { threshold = unit }
                window = RunningMean()
            }
            if betting != nil, peeking != nil, threshold != nil { return }
        }
    }
}

/// A mean and a variance, number by number.
private struct RunningMean {
    private var (count, sum, squares) = (0.0, 0.0, 0.0)

    mutating func add(_ value: Double) {
        count += 1
        sum += value
        squares += value * value
    }

    var mean: Double { count > 0 ? sum / count : 0 }

    /// How many standard errors the canary is above the baseline; 0 before both have thirty units.
    static func z(_ baseline: RunningMean, _ canary: RunningMean) -> Double {
        guard baseline.count >= 30, canary.count >= 30 else { return 0 }
        let all = baseline.count + canary.count
        let mean = (baseline.sum + canary.sum) / all
        let variance = (baseline.squares + canary.squares) / all - mean * mean
        guard variance > 0 else { return 0 }
        return (canary.mean - baseline.mean) / sqrt(variance * (1 / baseline.count + 1 / canary.count))
    }
}
