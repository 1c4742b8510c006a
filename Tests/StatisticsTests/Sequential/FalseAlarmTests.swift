import Glibc
import Statistics
import Testing

/// When nothing is wrong, evidence must not grow: looked at after every observation, it ever reaches 1/α in at most a share α of
/// all runs, and its mean stays at most 1.
@Suite struct FalseAlarmTests {
    static let runs = 200
    /// 5 % and three standard errors of `runs` runs.
    static let most = Int(Double(runs) * 0.05 + 3 * (Double(runs) * 0.05 * 0.95).squareRoot())

    /// How many of the runs ever reached 1/0.05, and the mean of the evidence at their ends.
    private func simulate(
        _ seed: UInt64, _ run: (inout SplitMix64) throws -> (largest: Double, last: Double)
    ) rethrows -> (fired: Int, mean: Double) {
        var generator = SplitMix64(seed: seed)
        var (fired, sum) = (0, 0.0)
        for _ in 0..<Self.runs {
            let (largest, last) = try run(&generator)
            if largest >= log(20) { fired += 1 }
            sum += exp(last)
        }
        return (fired, sum / Double(Self.runs))
    }

    @Test(arguments: [0.05, 0.5]) func labelBettingOnEqualArms(weight: Double) throws {
        let (fired, mean) = try simulate(UInt64(weight * 100)) { generator in
            var betting = try #require(LabelBetting(margins: [.none], baselineMean: 0.02))
            for index in 0..<300 {
                // The rate doubles half-way, and the weight grows: neither is evidence.
                let rate = index < 150 ? 0.02 : 0.04
                let w = index < 150 ? weight : min(0.5, weight * 2)
                let isCanary = Double.random(in: 0..<1, using: &generator) < w
                let harm = Harm.event(Double.random(in: 0..<1, using: &generator) < rate)
                betting.add(try #require(LabelledHarm(isCanary: isCanary, probability: w, harm: harm)))
            }
            return (betting.evidence[0].harm.peak, betting.evidence[0].harm.log)
        }
        #expect(fired <= Self.most, "\(fired) of \(Self.runs)")
        #expect(mean < 1.5, "the mean evidence is \(mean)")
    }

    @Test func labelBettingAtTheMarginNeverProvesSafety() throws {
        let (fired, mean) = try simulate(3) { generator in
            let margin = try #require(HarmMargin(absolute: 0.1))
            var betting = try #require(LabelBetting(margins: [margin], baselineMean: 0.1))
            for _ in 0..<300 {
                let isCanary = Bool.random(using: &generator)
                let harm = Harm.event(Double.random(in: 0..<1, using: &generator) < (isCanary ? 0.2 : 0.1))
                betting.add(try #require(LabelledHarm(isCanary: isCanary, probability: 0.5, harm: harm)))
            }
            return (betting.evidence[0].safe.peak, betting.evidence[0].safe.log)
        }
        #expect(fired <= Self.most, "\(fired) of \(Self.runs)")
        #expect(mean < 1.5, "the mean evidence is \(mean)")
    }

    @Test func ratesMeansRatiosAndSplits() throws {
        let rate = try simulate(4) { generator in
            var counts = RateCounts()
            var largest = 0.0
            for _ in 0..<300 {
                counts.add(Double.random(in: 0..<1, using: &generator) < 0.1)
                largest = max(largest, try #require(counts.logEvidence(against: 0.1, prior: .jeffreys)))
            }
            return (largest, try #require(counts.logEvidence(against: 0.1, prior: .jeffreys)))
        }
        let mean = try simulate(5) { generator in
            var betting = try #require(MeanBetting(means: [0.5]))
            var largest = 0.0
            for _ in 0..<300 {
                betting.add(Double.random(in: 0...1, using: &generator))
                largest = max(largest, betting.logEvidence[0])
            }
            return (largest, betting.logEvidence[0])
        }
        let ratio = try simulate(6) { generator in
            var betting = try #require(RateRatioBetting())
            var largest = 0.0
            for _ in 0..<100 {
                betting.add(isCanary: Double.random(in: 0..<1, using: &generator) < 0.25, probability: 0.25)
                largest = max(largest, betting.logEvidence)
            }
            return (largest, betting.logEvidence)
        }
        let split = try simulate(7) { generator in
            var test = try #require(SampleRatioTest(shares: [0.75, 0.25]))
            var largest = 0.0
            for _ in 0..<300 {
                test.add(arm: Double.random(in: 0..<1, using: &generator) < 0.25 ? 1 : 0)
                largest = max(largest, test.logEvidence)
            }
            return (largest, test.logEvidence)
        }
        for (name, result) in [("rate", rate), ("mean", mean), ("ratio", ratio), ("split", split)] {
            #expect(result.fired <= Self.most, "\(name): \(result.fired) of \(Self.runs)")
            #expect(result.mean < 1.5, "\(name): the mean evidence is \(result.mean)")
        }
    }
}
