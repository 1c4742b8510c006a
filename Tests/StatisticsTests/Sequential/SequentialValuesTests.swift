import Foundation
import Statistics
import Testing

@Suite struct SequentialValuesTests {
    @Test func theIntervalOfARateHoldsTheRate() throws {
        #expect(RateCounts().interval() == Interval(lower: 0, upper: 1))
        #expect(
            RateCounts().rate == nil && RateCounts(events: 2, trials: 1) == nil
                && RateCounts(events: -1, trials: 1) == nil)
        for (events, trials) in [(0, 1), (1, 1), (0, 500), (500, 500), (30, 1000), (1, 1_000_000)] {
            let counts = try #require(RateCounts(events: events, trials: trials))
            let interval = try #require(counts.interval())
            #expect(interval.contains(Double(events) / Double(trials)), "\(events) of \(trials)")
            #expect(interval.lower >= 0 && interval.upper <= 1)
        }
        let counts = try #require(RateCounts(events: 1, trials: 2))
        #expect(counts.logEvidence(against: .nan, prior: .jeffreys) == nil)
        #expect(counts.logEvidence(against: 0, prior: .jeffreys) == .infinity)
        #expect(
            counts.interval(alpha: 1) == nil && BetaPrior(a: 0, b: 1) == nil && BetaPrior(mean: 1, strength: 1) == nil)
    }

    @Test func theIntervalOfADifferenceHoldsIt() throws {
        #expect(RateDifference().interval() == Interval(lower: -1, upper: 1))
        let pairs = [(0, 0, 3, 5), (0, 10, 10, 10), (10, 10, 0, 10), (5, 100, 9, 90), (0, 1000, 0, 1000)]
        for (a, n, b, m) in pairs {
            let compared = RateDifference(
                baseline: try #require(RateCounts(events: a, trials: n)),
                canary: try #require(RateCounts(events: b, trials: m)))
            let interval = try #require(compared.interval())
            if n > 0 {
                #expect(interval.contains(Double(b) / Double(m) - Double(a) / Double(n)), "\(a)/\(n), \(b)/\(m)")
            }
            #expect(compared.logEvidence(against: 1.5) == nil && compared.logEvidence(against: .nan) == nil)
        }
    }

    @Test func meansAreBetOnWithinTheirRange() throws {
        var betting = try #require(MeanBetting(parts: 100))
        let before = betting
        for value in [Double.nan, .infinity, -0.1, 1.1] { #expect(betting.add(value) == false) }
        #expect(betting == before)
        #expect(betting.interval() == Interval(lower: 0, upper: 1))
        for _ in 0..<200 { betting.add(0.25) }
        let interval = try #require(betting.interval())
        #expect(interval.contains(0.25) && interval.width < 0.1)
        let resumed = try JSONDecoder().decode(MeanBetting.self, from: JSONEncoder().encode(betting))
        #expect(resumed == betting)
        #expect(
            MeanBetting(means: []) == nil && MeanBetting(means: [0.5, 0.5]) == nil && MeanBetting(means: [.nan]) == nil)
        #expect(MeanBetting(means: [0, 0.5]) == nil && MeanBetting(parts: 1) == nil)
        let compared = MeanComparison(betting)
        #expect(compared.logEvidenceThatCanaryIsAbove(steps: -200) == nil)
        #expect(compared.logEvidenceThatCanaryIsBelow(steps: 200) == nil)
        #expect(compared.logEvidenceThatCanaryIsAbove(steps: .max) != nil)
    }

    @Test func quantilesHaveAnIntervalOnceThereIsEnough() throws {
        let mixture = try #require(QuantileMixture(p: 0.95))
        #expect(QuantileMixture(p: 1) == nil && QuantileMixture(p: .nan) == nil && mixture.counts(of: -1) == nil)
        let one = try #require(EmpiricalDistribution([3]))
        #expect(mixture.interval(of: one) == Interval(lower: -.infinity, upper: .infinity))
        let constant = try #require(EmpiricalDistribution([Double](repeating: 2, count: 2000)))
        #expect(mixture.interval(of: constant) == Interval(lower: 2, upper: 2))
        #expect(mixture.interval(of: constant, alpha: 0) == nil)
        let slower = try #require(EmpiricalDistribution([Double](repeating: 2.4, count: 2000)))
        let compared = try #require(QuantileComparison(baseline: constant, canary: slower, mixture))
        #expect((compared.logEvidenceThatCanaryIsAbove() ?? 0) > 20)
        #expect((compared.logEvidenceThatCanaryIsAbove(relativeMargin: 0.3) ?? 1) <= 0)
        #expect(compared.logEvidenceThatCanaryIsAbove(relativeMargin: -1) == nil)
        let ratio = try #require(compared.ratio())
        #expect(abs(ratio.lower - 1.2) < 1e-6 && abs(ratio.upper - 1.2) < 1e-6)
        #expect(
            QuantileComparison(baseline: one, canary: one, mixture)?.ratio() == Interval(lower: 0, upper: .infinity))
        let negative = try #require(EmpiricalDistribution([-1, 1]))
        #expect(QuantileComparison(baseline: negative, canary: one, mixture) == nil)
    }

    @Test func intervalsOfRatiosAndDifferencesHoldThem() throws {
        var generator = SplitMix64(seed: 41)
        let baseline = Samples.logNormal.values(3000, using: &generator)
        let canary = Samples.logNormal.values(1000, using: &generator).map { $0 * 1.5 }
        let mixture = try #require(QuantileMixture(p: 0.5))
        let (a, b) = (try #require(EmpiricalDistribution(baseline)), try #require(EmpiricalDistribution(canary)))
        let ratio = try #require(QuantileComparison(baseline: a, canary: b, mixture)?.ratio())
        #expect(ratio.contains(1.5) && ratio.lower > 1.2 && ratio.upper < 1.9, "\(ratio)")
        let grid = try #require(MeanBetting(parts: 100))
        var compared = MeanComparison(grid)
        #expect(compared.steps() == -99...99)
        for _ in 0..<600 {
            compared.add(generator.unit() * 0.6, isCanary: false)
            compared.add(generator.unit() * 0.8, isCanary: true)
        }
        let steps = try #require(compared.steps())
        #expect(steps.contains(10) && steps.lowerBound > 0 && steps.upperBound < 20, "\(steps)")
        #expect(compared.steps(alpha: .nan) == nil)
    }

    @Test func brokenSplitsAreFoundAndStepsMultiply() throws {
        var test = try #require(SampleRatioTest(shares: [1, 1]))
        for index in 0..<3000 { #expect(test.add(arm: index % 3 == 0 ? 1 : 0) == true) }
        #expect(test.fires())
        let evidence = test.logEvidence
        #expect(test.beginStep(shares: [3, 1]) == true)
        #expect(test.logEvidence == evidence)
        #expect(test.shares == [0.75, 0.25])
        #expect(
            !test.beginStep(shares: [1, 1, 1]) && !test.beginStep(shares: [1, 0]) && !test.add(arm: 2)
                && !test.add(arm: -1))
        #expect(SampleRatioTest(shares: [1]) == nil && SampleRatioTest(shares: [.nan, 1]) == nil)
        let resumed = try JSONDecoder().decode(SampleRatioTest.self, from: JSONEncoder().encode(test))
        #expect(resumed == test)
    }

    @Test func aRatioIsFoundFromLabelsAlone() throws {
        var betting = try #require(RateRatioBetting())
        #expect(abs(betting.logEvidence) < 1e-12)
        for index in 0..<60 { betting.add(isCanary: index % 4 != 0, probability: 0.25) }
        #expect(betting.logEvidence > 20)
        #expect(!betting.add(isCanary: true, probability: 0) && !betting.add(isCanary: true, probability: .nan))
        let resumed = try JSONDecoder().decode(RateRatioBetting.self, from: JSONEncoder().encode(betting))
        #expect(resumed == betting)
        #expect(RateRatioBetting(against: 0) == nil && RateRatioBetting(against: .infinity) == nil)
    }

    @Test func gatesCombineUnderAnyScaleOfWeights() throws {
        let combined = try #require(GateCombination(logEvidence: [1, 2, -.infinity], weights: [2, 2, 4]))
        let scaled = try #require(GateCombination(logEvidence: [1, 2, -.infinity], weights: [0.25, 0.25, 0.5]))
        #expect(combined == scaled)
        #expect(GateCombination(logEvidence: [], weights: []) == nil)
        #expect(GateCombination(logEvidence: [1], weights: [0]) == nil)
        #expect(GateCombination(logEvidence: [.nan], weights: [1]) == nil)
        #expect(GateCombination(logEvidence: [1, 2], weights: [1]) == nil)
        #expect(GateCombination(logEvidence: [.infinity, 0], weights: [1, 1])?.fires() == true)
    }

    @Test func boundsOfSums() throws {
        let mixture = try #require(NormalMixture(tightestAt: 200))
        #expect(mixture.bound(variance: -1) == nil && mixture.bound(variance: .nan) == nil)
        #expect(mixture.halfWidth(count: 0, deviation: 1) == nil)
        #expect(NormalMixture(tightestAt: 0) == nil && NormalMixture(tightestAt: 1, alpha: 2) == nil)
        #expect(Interval(lower: 2, upper: 1) == nil && Interval(lower: .nan, upper: 1) == nil)
    }
}
