import Foundation
import Statistics
import Testing

@Suite struct LabelBettingTests {
    /// Units of a rollout in which errors come with the given rates.
    static func units(_ count: Int, weight: Double, baseline: Double, canary: Double, seed: UInt64) throws
        -> [LabelledHarm]
    {
        var generator = SplitMix64(seed: seed)
        return try (0..<count).map { _ in
            let isCanary = Double.random(in: 0..<1, using: &generator) < weight
            let happened = Double.random(in: 0..<1, using: &generator) < (isCanary ? canary : baseline)
            return try #require(LabelledHarm(isCanary: isCanary, probability: weight, harm: Harm.event(happened)))
        }
    }

    @Test func aRegressionIsFoundAndEqualityIsProven() throws {
        let margin = try #require(HarmMargin(absolute: 0.05))
        var bad = try #require(LabelBetting(margins: [.none, margin], baselineMean: 0.02))
        for unit in try Self.units(2000, weight: 0.25, baseline: 0.02, canary: 0.15, seed: 1) { bad.add(unit) }
        #expect(bad.evidence[0].harm.hasReached(alpha: 0.05))
        #expect(!bad.evidence[1].safe.hasReached(alpha: 0.05))
        var good = try #require(LabelBetting(margins: [.none, margin], baselineMean: 0.02))
        for unit in try Self.units(2000, weight: 0.25, baseline: 0.02, canary: 0.02, seed: 2) { good.add(unit) }
        #expect(!good.evidence[0].harm.hasReached(alpha: 0.05))
        #expect(good.evidence[1].safe.hasReached(alpha: 0.05))
    }

    @Test func theIntervalHoldsTheDifferenceAndNarrows() throws {
        let margins = try #require(HarmMargin.grid(reach: 0.4))
        var betting = try #require(LabelBetting(margins: margins, baselineMean: 0.1))
        #expect(betting.interval() == Interval(lower: -.infinity, upper: .infinity))
        var width = Double.infinity
        for (index, unit) in try Self.units(3000, weight: 0.5, baseline: 0.1, canary: 0.3, seed: 3).enumerated() {
            betting.add(unit)
            guard index % 100 == 99, let interval = betting.interval() else { continue }
            #expect(interval.contains(0.2), "\(interval) after \(index + 1)")
            #expect(interval.width <= width)
            width = interval.width
        }
        #expect(width < 0.3)
        #expect(betting.interval(alpha: 0) == nil && betting.interval(alpha: .nan) == nil)
    }

    @Test func goingOnFromWhatWasStoredEqualsNeverHavingStopped() throws {
        let margins = try #require(HarmMargin.grid(reach: 0.1, count: 5))
        var whole = try #require(LabelBetting(margins: margins, baselineMean: 0.02))
        var resumed = whole
        for unit in try Self.units(200, weight: 0.3, baseline: 0.02, canary: 0.1, seed: 4) {
            whole.add(unit)
            resumed.add(unit)
            let stored = try JSONEncoder().encode(resumed)
            resumed = try JSONDecoder().decode(LabelBetting.self, from: stored)
        }
        #expect(whole == resumed)
    }

    @Test func aCertainArmProvesNothing() throws {
        var betting = try #require(LabelBetting(margins: [.none], baselineMean: 0.02))
        let before = betting
        for weight in [0.0, 1.0] {
            betting.add(try #require(LabelledHarm(isCanary: weight == 1, probability: weight, harm: 1)))
        }
        #expect(betting == before)
    }

    @Test(arguments: [Double.nan, .infinity, -0.1, 1.1]) func whatIsNoHarmOrProbabilityIsRefused(value: Double) {
        #expect(LabelledHarm(isCanary: true, probability: value, harm: 0) == nil)
        #expect(LabelledHarm(isCanary: true, probability: 0.5, harm: value) == nil)
        #expect(LabelBetting(margins: [.none], baselineMean: value) == nil)
        #expect(Harm.score(value) == nil)
        #expect(LabelledHarm.probability(value, canaryRate: 1, baselineRate: 1) == nil)
    }

    @Test func marginsAndHarms() throws {
        #expect(HarmMargin(absolute: .nan) == nil && HarmMargin(relative: -1) == nil && HarmMargin(absolute: 2) == nil)
        #expect(LabelBetting(margins: [], baselineMean: 0.5) == nil)
        #expect(HarmMargin.grid(reach: 0) == nil && HarmMargin.grid(reach: 0.1, count: 1) == nil)
        #expect(HarmMargin.grid(reach: 0.5, count: 3)?.map(\.absolute) == [-0.5, 0, 0.5])
        #expect(Harm.score(4, lowest: 1, highest: 5) == 0.25)
        #expect(Harm.score(4, lowest: 1, highest: 5, lowerIsBetter: true) == 0.75)
        #expect(Harm.amount(40, cap: 20, isCanary: false) == 1)
        #expect(Harm.amount(15, cap: 20, isCanary: true, relativeMargin: 0.5) == 0.5)
        #expect(Harm.amount(-1, cap: 20, isCanary: false) == nil && Harm.amount(1, cap: 0, isCanary: true) == nil)
        #expect(Harm.exceedance(1.1, of: 1, isCanary: false, relativeMargin: 0.2) == 1)
        #expect(Harm.exceedance(1.1, of: 1, isCanary: true, relativeMargin: 0.2) == 0)
        #expect(Harm.exceedance(.nan, of: 1, isCanary: true) == nil)
        let judged = try #require(LabelledHarm.probability(0.05, canaryRate: 1, baselineRate: 0.05 / 0.95))
        #expect(abs(judged - 0.5) < 1e-12)
    }
}
