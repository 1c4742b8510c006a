import Statistics
import Testing

@Suite struct ComparisonTests {
    @Test func sameSeedSameInterval() throws {
        let values = (0..<50).map { Double($0 % 7) / 7 }
        let interval = try #require(Bootstrap.meanInterval(of: values, seed: 3))
        #expect(interval == Bootstrap.meanInterval(of: values, weights: values.map { _ in 2 }, seed: 3))
        #expect(interval != Bootstrap.meanInterval(of: values, seed: 4))
        #expect(interval.contains(values.reduce(0, +) / 50))
        #expect(Bootstrap.meanInterval(of: [0.25], seed: 1) == Interval(lower: 0.25, upper: 0.25))
        #expect(Bootstrap.meanInterval(of: [], seed: 1) == nil && Bootstrap.meanInterval(of: [.nan], seed: 1) == nil)
        #expect(Bootstrap.meanInterval(of: [1], weights: [0], seed: 1) == nil)
        #expect(Bootstrap.meanInterval(of: [1], resamples: 0, seed: 1) == nil)
    }

    @Test func theIntervalCoversTheMean() {
        var generator = SplitMix64(seed: 9)
        let covered = (0..<200).count { round in
            let values = (0..<60).map { _ in generator.unit() }
            return Bootstrap.meanInterval(of: values, resamples: 300, seed: UInt64(round))?.contains(0.5) ?? false
        }
        #expect(covered >= 176, "\(covered) of 200")
    }

    @Test func signsAreFlipped() throws {
        let worse = try #require(SignFlipTest([Double](repeating: -0.25, count: 30), seed: 1))
        #expect(worse.p == 1e-4 && worse.pWorse == 1e-4 && worse.mean == -0.25)
        let better = try #require(SignFlipTest([Double](repeating: 0.2, count: 30), seed: 1))
        #expect(better.p == 1e-4 && better.pWorse == 1)
        let equal = try #require(SignFlipTest([0, 0, 0], seed: 1))
        #expect(equal.p == 1 && equal.pWorse == 1)
        let weighted = try #require(SignFlipTest([1, -1], weights: [3, 1], seed: 1))
        #expect(weighted.mean == 0.5)
        #expect(SignFlipTest([], seed: 1) == nil && SignFlipTest([.infinity], seed: 1) == nil)
        #expect(SignFlipTest([1], weights: [], seed: 1) == nil)
    }

    @Test func pValuesUnderTheNullAreNotTooSmall() throws {
        var generator = SplitMix64(seed: 5)
        let small = try (0..<300).count { round in
            let differences = (0..<20).map { _ in generator.unit() - generator.unit() }
            return try #require(SignFlipTest(differences, flips: 199, seed: UInt64(round))).p <= 0.05
        }
        #expect(small <= 27, "\(small) of 300")
    }

    @Test func exactTests() {
        #expect(McNemarTest.p(onlyFirst: 0, onlySecond: 0) == 1)
        #expect(McNemarTest.p(onlyFirst: -1, onlySecond: 0) == nil)
        expectEqual(McNemarTest.p(onlyFirst: 0, onlySecond: 10), 2 / 1024, "all one way")
        expectEqual(FisherExactTest.p(hits: 3, drawn: 4, marked: 4, total: 8), 17 / 70, "the lady tasting tea")
        expectEqual(FisherExactTest.p(hits: 0, drawn: 4, marked: 4, total: 8), 1, "at least none")
        #expect(FisherExactTest.p(hits: 5, drawn: 4, marked: 5, total: 8) == nil)
        #expect(FisherExactTest.p(hits: 0, drawn: 8, marked: 4, total: 8) == nil)
    }

    @Test func agreementBeyondChance() throws {
        #expect(
            CohenKappa([1, 1], [1, 1]) == nil && CohenKappa([Int](), []) == nil && CohenKappa([1], [1, 2]) == nil)
        #expect(CohenKappa([Double.nan, 1], [1, 2]) == nil)
        let opposite = try #require(CohenKappa(["no", "yes"], ["yes", "no"]))
        #expect(opposite.unweighted == -1 && opposite.agreement == 0)
    }

    @Test func predictionsCorrectedByPeople() throws {
        #expect(PredictionPoweredMean(human: [1], judge: [1], judgeOnly: [1]) == nil)
        #expect(PredictionPoweredMean(human: [1, 0], judge: [1], judgeOnly: [1]) == nil)
        #expect(PredictionPoweredMean(human: [1, .nan], judge: [1, 1], judgeOnly: [1]) == nil)
        let constant = try #require(PredictionPoweredMean(human: [1, 0], judge: [1, 1], judgeOnly: [1]))
        #expect(constant.trust == 0 && constant.estimate == 0.5)
        let human = (0..<20).map { Double($0 % 2) }
        let mean = try #require(PredictionPoweredMean(human: human, judge: human, judgeOnly: human))
        let (normal, student) = (try #require(mean.interval()), try #require(mean.interval(isSmallSample: true)))
        // t with 19 degrees of freedom: 2.093.
        expectEqual(student.width / normal.width, 2.093024 / 1.959964, within: 1e-6, "t over z")
    }

    @Test func ranking() throws {
        let score = try #require(RetrievalScore(retrieved: ["x", "a", "a", "b"], relevant: ["a", "b", "c"], depth: 3))
        #expect(score.precision == 1.0 / 3 && score.recall == 1.0 / 3 && score.reciprocalRank == 0.5)
        expectEqual(score.discountedGain, 0.6309297535714574 / 2.1309297535714573, "nDCG")
        let best = try #require(RetrievalScore(retrieved: ["a"], relevant: ["a"], depth: 5))
        #expect(best.discountedGain == 1 && best.recall == 1 && best.precision == 0.2)
        let none = try #require(RetrievalScore(retrieved: [], relevant: [1], depth: 1))
        #expect(none.reciprocalRank == 0 && none.discountedGain == 0)
        #expect(RetrievalScore(retrieved: [1], relevant: [], depth: 1) == nil)
        #expect(RetrievalScore(retrieved: [1], relevant: [1], depth: 0) == nil)
    }

    @Test func verdictsAndManyTests() throws {
        #expect(NonInferiority(try #require(Interval(lower: -0.02, upper: 0.1)), margin: 0.03) == .passed)
        #expect(NonInferiority(try #require(Interval(lower: -0.2, upper: -0.1)), margin: 0.03) == .failed)
        #expect(NonInferiority(try #require(Interval(lower: -0.2, upper: 0.1)), margin: 0.03) == .inconclusive)
        #expect(NonInferiority.itemsNeeded(deviation: 0.25, margin: 0.03) == 429)
        #expect(NonInferiority.itemsNeeded(deviation: 0, margin: 0.03) == nil)
        #expect(NonInferiority.itemsNeeded(deviation: .infinity, margin: 0.03) == nil)
        let holm = try #require(MultipleTesting.holm([0.01, 0.04, 0.03]))
        for (value, expected) in zip(holm, [0.03, 0.06, 0.06]) { expectEqual(value, expected, "Holm") }
        let hochberg = try #require(MultipleTesting.benjaminiHochberg([0.01, 0.04, 0.03, 0.9]))
        for (value, expected) in zip(hochberg, [0.04, 0.16 / 3, 0.16 / 3, 0.9]) { expectEqual(value, expected, "BH") }
        #expect(MultipleTesting.holm([]) == [] && MultipleTesting.holm([.nan]) == nil)
    }

    @Test(arguments: [0, 3, 10, 1000]) func wilson(events: Int) throws {
        let interval = try #require(WilsonInterval.of(events: events, trials: 1000))
        #expect(interval.contains(Double(events) / 1000))
        #expect(WilsonInterval.of(events: 1, trials: 0) == nil && WilsonInterval.of(events: 2, trials: 1) == nil)
    }

    @Test func quantilesOfRawNumbers() {
        #expect(Quantile.interpolated(0.5, ofSorted: [1, 2]) == 1.5)
        #expect(Quantile.interpolated(1, ofSorted: [1, 2]) == 2)
        #expect(Quantile.interpolated(0.3, ofSorted: [7]) == 7)
        #expect(Quantile.interpolated(0.3, ofSorted: []) == nil && Quantile.interpolated(.nan, ofSorted: [1]) == nil)
        #expect(Quantile.median([3, 1, 2]) == 2 && Quantile.median([.nan]) == nil && Quantile.median([]) == nil)
    }
}
