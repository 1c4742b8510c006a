import Foundation
import Statistics
import Testing

@Suite struct DetectorTests {
    @Test func evidenceOfAUniformPIsOneOnAverage() throws {
        let count = 200_000
        let sum = try (0..<count).reduce(0.0) { sum, index in
            sum + (try #require(PowerCalibrator.evidence(p: (Double(index) + 0.5) / Double(count))))
        }
        #expect(sum / Double(count) <= 1)
        #expect(sum / Double(count) > 0.85)
        for (p, expected) in [(0.05, 1.78), (0.001, 20.8), (1e-4, 118), (1e-5, 754), (1, 0.5)] {
            expectEqual(PowerCalibrator.evidence(p: p), expected, within: 5e-3, "e(\(p))")
        }
        #expect(PowerCalibrator.evidence(p: 0) == PowerCalibrator.evidence(p: 1e-5))
        #expect(PowerCalibrator.evidence(p: .nan) == nil && PowerCalibrator.evidence(p: 1.1) == nil)
        #expect(PowerCalibrator.evidence(p: 0.5, smallest: 0) == nil)
        // The series near 1 meets the formula.
        let (below, above) = (exp(-0.000999), exp(-0.001001))
        let step = (PowerCalibrator.evidence(p: above) ?? 0) - (PowerCalibrator.evidence(p: below) ?? 0)
        expectEqual(step, 2e-6 / 6, within: 1e-9, "no step")
    }

    @Test func withoutAChangeAlarmsAreAsRareAsPromised() {
        var generator = SplitMix64(seed: 21)
        let threshold = 50.0
        var steps = 0
        for _ in 0..<200 {
            var detector = ShiryaevRoberts()
            for _ in 0..<400 where detector.state(threshold: threshold) != .alarm {
                detector.add(PowerCalibrator.evidence(p: generator.unit()) ?? 0)
                steps += 1
            }
        }
        #expect(steps >= 200 * 50, "one alarm in \(steps / 200) steps")
    }

    @Test func aDetectorIsAValue() throws {
        var detector = ShiryaevRoberts()
        #expect(detector.state(threshold: 100) == .calm)
        detector.add(12)
        #expect(detector.state(threshold: 100) == .watch)
        detector.add(10)
        #expect(detector.value == 130 && detector.state(threshold: 100) == .alarm)
        #expect(detector.add(.nan) == false && detector.add(-1) == false && detector.value == 130)
        detector.add(.infinity)
        for _ in 0..<10 { detector.add(1e300) }
        detector.add(0)
        #expect(detector.value == 0)
        detector.add(.infinity)
        #expect(detector.value.isFinite)
        let resumed = try JSONDecoder().decode(ShiryaevRoberts.self, from: JSONEncoder().encode(detector))
        #expect(resumed == detector)
    }

    @Test func aRiseIsFoundAndStoredEvidenceGoesOn() throws {
        var generator = SplitMix64(seed: 22)
        let baseline = try #require(RateDetector.baseline(events: 50, trials: 1000))
        #expect(baseline > 0.06 && baseline < 0.08)
        var detector = try #require(RateDetector(baseline: baseline))
        for _ in 0..<2000 { detector.add(generator.unit() < 0.05 ? 1 : 0) }
        #expect(detector.state(threshold: 1e5) != .alarm)
        var resumed = try JSONDecoder().decode(RateDetector.self, from: JSONEncoder().encode(detector))
        var delay = 0
        while resumed.state(threshold: 1e5) != .alarm, delay < 2000 {
            let value = generator.unit() < 0.2 ? 1.0 : 0
            #expect(detector.add(value) == resumed.add(value))
            delay += 1
        }
        #expect(delay < 300, "\(delay) records")
        #expect(detector == resumed)
        #expect(RateDetector(baseline: 0) == nil && RateDetector(baseline: .nan) == nil)
        #expect(detector.add(1.5) == false && detector.add(.nan) == false)
        #expect(
            RateDetector.baseline(events: 0, trials: 0) == nil && RateDetector.baseline(events: 5, trials: 5) == nil)
    }

    @Test func wordsThatGrow() {
        let shifts = WordShift.ranking(reference: ["a": 90, "b": 10, "never": 0], current: ["a": 50, "c": 50])
        #expect(shifts.map(\.word) == ["c", "b", "a"] || shifts.map(\.word) == ["c", "a", "b"])
        #expect(shifts.first.map { $0.z > 3.3 && $0.current == 50 && $0.reference == 0 } == true)
        #expect(WordShift.ranking(reference: [:], current: [:]).isEmpty)
        #expect(WordShift.ranking(reference: ["a": -1], current: ["a": 1]).isEmpty)
        #expect(WordShift.ranking(reference: ["a": 5], current: ["a": 5], prior: 0).isEmpty)
        #expect(WordShift.ranking(reference: ["a": 5], current: ["a": 9]).map(\.logOdds) == [0])
    }
}
