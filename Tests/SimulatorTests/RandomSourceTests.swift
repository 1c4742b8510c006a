import Testing

@testable import Simulator

@Suite struct RandomSourceTests {
    @Test func theSameSeedGivesTheSameNumbers() {
        var a = RandomSource(seed: 7, .turn, 3)
        var b = RandomSource(seed: 7, .turn, 3)
        #expect((0..<100).map { _ in a.next() } == (0..<100).map { _ in b.next() })
    }

    @Test func seedStreamAndIndexAllCount() {
        var sources = [
            RandomSource(seed: 7, .turn, 3), RandomSource(seed: 8, .turn, 3), RandomSource(seed: 7, .user, 3),
            RandomSource(seed: 7, .turn, 4),
        ]
        let first = sources.indices.map { sources[$0].next() }
        #expect(Set(first).count == 4)
    }

    @Test(arguments: [0.01, 0.5, 4, 15.9, 16, 40, 500])
    func poissonHasTheMeanAndVarianceThatItNames(mean: Double) {
        var source = RandomSource(seed: 11, .turn)
        let counts = (0..<20_000).map { _ in Double(source.poisson(mean)) }
        let average = counts.reduce(0, +) / 20_000
        let variance = counts.reduce(0) { $0 + ($1 - average) * ($1 - average) } / 20_000
        // Five standard errors of the mean; the variance is less certain.
        #expect(abs(average - mean) < 5 * (mean / 20_000).squareRoot())
        #expect(abs(variance / mean - 1) < 0.15)
    }

    @Test func logNormalHasTheMedianThatItNames() {
        var source = RandomSource(seed: 12, .turn)
        let values = (0..<20_001).map { _ in source.logNormal(median: 0.4, sigma: 0.5) }.sorted()
        #expect(abs(values[10_000] - 0.4) < 0.01)
        #expect(values[0] > 0)
    }

    @Test func picksByWeight() {
        var source = RandomSource(seed: 13, .turn)
        let picks = (0..<10_000).compactMap { _ in source.pick([("a", weight: 1), ("b", weight: 3), ("c", weight: 0)]) }
        let share = Double(picks.filter { $0 == "b" }.count) / 10_000
        #expect(abs(share - 0.75) < 0.03)
        #expect(!picks.contains("c"))
        #expect(source.pick([(String, weight: Double)]()) == nil)
    }
}
