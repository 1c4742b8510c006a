import Statistics
import Testing

@Suite struct DistributionTests {
    @Test func equalCountsAreNoEvidence() throws {
        let same = try #require(CountComparison(reference: [30, 0, 60], current: [10, 0, 20]))
        #expect(same.g == 0 && same.p == 1 && same.distance == 0)
        #expect(same.bins == [0, 2] && same.degreesOfFreedom == 1)
        expectEqual(same.leastExpected, 10, "least expected")
        let apart = try #require(CountComparison(reference: [50, 0], current: [0, 50]))
        expectEqual(apart.divergence, 1, "nothing shared")
        // G = 2N · JSD in nats, for equal sizes.
        expectEqual(apart.g, 2 * 100 * 0.6931471805599453, "identity")
        expectEqual(apart.contributions.reduce(0, +), apart.g, "parts")
    }

    @Test func whatCannotBeComparedIsNil() throws {
        #expect(CountComparison(reference: [], current: []) == nil)
        #expect(CountComparison(reference: [0, 0], current: [1, 2]) == nil)
        #expect(CountComparison(reference: [1], current: [1, 2]) == nil)
        #expect(CountComparison(reference: [-1, 2], current: [1, 2]) == nil)
        let single = try #require(CountComparison(reference: [4], current: [9]))
        #expect(single.p == nil && single.degreesOfFreedom == 0 && single.williams == 1)
        let huge = try #require(CountComparison(reference: [.max, .max], current: [.max, 1]))
        #expect(huge.g.isFinite && huge.p == 0)
    }

    @Test func pValuesOfNoDriftAreUniform() throws {
        var generator = SplitMix64(seed: 11)
        var small = 0
        for _ in 0..<400 {
            let numbers = (0..<600).map { _ in generator.unit() }
            let reference = try #require(EmpiricalDistribution(Array(numbers.prefix(400))))
            let current = try #require(EmpiricalDistribution(Array(numbers.suffix(200))))
            let p = try #require(QuantileBins(reference).compare(reference, current)?.p)
            if p <= 0.05 { small += 1 }
        }
        #expect((5...38).contains(small), "\(small) of 400")
    }

    @Test func aConstantThatMovesEitherWayIsSeen() throws {
        let reference = try #require(EmpiricalDistribution([Double](repeating: 5, count: 500)))
        let bins = QuantileBins(reference)
        for value in [3.0, 7] {
            let current = try #require(EmpiricalDistribution([Double](repeating: value, count: 100)))
            #expect((bins.compare(reference, current)?.p ?? 1) < 1e-9)
            expectEqual(reference.wasserstein(to: current), 2, "moved by")
            #expect(reference.kolmogorovSmirnov(to: current) == 1)
        }
        #expect(bins.compare(reference, reference)?.p == nil)
        #expect(reference.interquartileRange == 0 && reference.quantile(0.99) == 5)
    }

    @Test func sketchesSayNearlyTheSameAsNumbers() throws {
        var generator = SplitMix64(seed: 12)
        let numbers = Samples.logNormal.values(5000, using: &generator).map { $0 - 1 }
        var (whole, parts) = (
            SignedQuantileSketch(), [SignedQuantileSketch](repeating: SignedQuantileSketch(), count: 3)
        )
        for (index, number) in numbers.enumerated() {
            #expect(whole.add(number) == true)
            parts[index % 3].add(number)
        }
        var merged = parts[2]
        merged.merge(parts[0])
        merged.merge(parts[1])
        #expect(merged == whole && whole.count == 5000)
        let (exact, sketched) = (
            try #require(EmpiricalDistribution(numbers)), try #require(EmpiricalDistribution(whole))
        )
        for q in [0.01, 0.25, 0.5, 0.9, 0.99] {
            let (a, b) = (try #require(exact.quantile(q)), try #require(sketched.quantile(q)))
            #expect(abs(a - b) <= 0.011 * abs(a), "\(q): \(a), \(b)")
        }
        #expect(exact.wasserstein(to: sketched) < 0.01)
        merged.subtract(whole)
        #expect(EmpiricalDistribution(merged) == nil)
        #expect(merged.add(.nan) == false && merged.add(-.infinity) == false)
        var difference = whole
        difference.add(-0.5, count: -1)
        difference.add(-77, count: -1)
        #expect(EmpiricalDistribution(difference) == nil)
    }

    @Test func distributionsNeedFiniteNumbers() throws {
        #expect(EmpiricalDistribution([]) == nil && EmpiricalDistribution([1, .nan]) == nil)
        #expect(EmpiricalDistribution([.infinity]) == nil && EmpiricalDistribution(QuantileSketch()) == nil)
        let one = try #require(EmpiricalDistribution([4]))
        #expect(one.quantile(0) == 4 && one.quantile(1) == 4 && one.quantile(1.1) == nil && one.quantile(.nan) == nil)
        #expect(one.value(atRank: -3) == 4 && one.value(atRank: .max) == 4)
        #expect(QuantileBins(edges: [.nan, 2, 1, 2, .infinity]).edges == [1, 2])
        var vast = QuantileSketch()
        vast.add(1, count: .max)
        #expect(EmpiricalDistribution(vast) == nil)
    }

    @Test func tailsOfKolmogorovsDistance() throws {
        // Tables of Kolmogorov's statistic, one sample of 20 and 100 (n·m/(n + m) with equal sizes is half of each).
        for (size, distance, p) in [
            (40, 0.29408, 0.05), (40, 0.35241, 0.01), (200, 0.13403, 0.05), (200, 0.16081, 0.01),
        ] {
            let tail = KolmogorovSmirnovTest.p(distance: distance, first: Int64(size), second: Int64(size))
            expectEqual(tail, p, within: 2e-5, "\(size), \(distance)")
        }
        // With large samples Kolmogorov's limit: P(√n·D ≥ 1.3581) = 0.05.
        let limit = KolmogorovSmirnovTest.p(distance: 1.3581 / 1e4, first: 200_000_000, second: 200_000_000)
        expectEqual(limit, 0.05, within: 1e-4, "limit")
        var last = 1.0
        for step in 0...100 {
            let p = try #require(KolmogorovSmirnovTest.p(distance: Double(step) / 100, first: 300, second: 300))
            #expect(p >= 0 && p <= last + 1e-9)
            last = p
        }
        #expect(KolmogorovSmirnovTest.p(distance: 0, first: 5, second: 5) == 1)
        #expect(KolmogorovSmirnovTest.p(distance: .nan, first: 5, second: 5) == nil)
        #expect(KolmogorovSmirnovTest.p(distance: 0.5, first: 0, second: 5) == nil)
    }
}
