import Domain
import Evaluation
import Testing

@Suite struct LiveEffectTests {
    private func traffic(calls: Int64, errors: Int64, seconds: Double, score: Double) -> VersionTraffic {
        var traffic = VersionTraffic()
        (traffic.calls, traffic.errors) = (calls, errors)
        traffic.durations = NumberCounts((1...100).map { (seconds * Double($0) / 50, calls / 100) })
        traffic.scores["faithfulness"] = (0..<300).map { score + Double($0 % 5) / 50 }
        return traffic
    }

    @Test func saysBetterWorseAndUndecided() {
        let effects = Effect.live(
            traffic(calls: 4_000, errors: 40, seconds: 1, score: 0.8),
            traffic(calls: 4_000, errors: 44, seconds: 2, score: 0.5))
        func verdict(_ metric: Effect.Metric) -> Effect.Verdict? { effects.first { $0.metric == metric }?.verdict }
        #expect(verdict(.errorRate) == .undecided)
        #expect(verdict(.duration(quantile: 0.5)) == .worse)
        #expect(verdict(.score("faithfulness")) == .worse)
        #expect(effects.allSatisfy { $0.source == .observational })
    }

    @Test func theIntervalHoldsTheChange() throws {
        let effects = Effect.live(
            traffic(calls: 2_000, errors: 20, seconds: 1, score: 0.8),
            traffic(calls: 1_000, errors: 80, seconds: 0.5, score: 0.8))
        for effect in effects {
            let (change, interval) = (try #require(effect.change), try #require(effect.interval))
            #expect(interval.contains(change), "\(effect.metric)")
        }
        #expect(effects.first { $0.metric == .errorRate }?.verdict == .worse)
    }

    @Test func saysNothingOfAVersionWithoutCalls() {
        let effects = Effect.live(traffic(calls: 1_000, errors: 0, seconds: 1, score: 0.5), VersionTraffic())
        #expect(effects.allSatisfy { $0.interval == nil && $0.verdict == .undecided && $0.change == nil })
    }
}
