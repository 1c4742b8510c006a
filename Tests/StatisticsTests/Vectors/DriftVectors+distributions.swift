import Domain
import Glibc
import Statistics
import Testing

extension DriftVectors {
    func numbers(_ name: String, _ item: JSON) throws {
        let reference = try #require(EmpiricalDistribution(item.numbers("ref")), "\(name)")
        let current = try #require(EmpiricalDistribution(item.numbers("cur")), "\(name)")
        let bins = QuantileBins(edges: (1...9).compactMap { reference.quantile(Double($0) / 10) })
        try binned(name, item, bins, reference, current)
        let product = try #require(item["product_edges"], "\(name)")
        let cuts = QuantileBins(edges: QuantileBins.cuts.compactMap(reference.quantile))
        try binned("\(name) with the tail", product, cuts, reference, current)
        let distance = reference.kolmogorovSmirnov(to: current)
        expectEqual(distance, try item.number("ks"), "\(name) KS")
        expectEqual(
            KolmogorovSmirnovTest.p(distance: distance, first: reference.count, second: current.count),
            try item.number("ks_p_asymp"), within: 1e-6, "\(name) KS p")
        let shift = reference.wasserstein(to: current)
        expectEqual(shift, try item.number("w1"), "\(name) W1")
        expectEqual(current.wasserstein(to: reference), shift, "\(name) W1, the other way round")
    }

    private func binned(
        _ name: String, _ item: JSON, _ bins: QuantileBins, _ reference: EmpiricalDistribution,
        _ current: EmpiricalDistribution
    ) throws {
        let edges = try item.numbers("edges")
        #expect(bins.edges.count == edges.count, "\(name)")
        for (edge, expected) in zip(bins.edges, edges) { expectEqual(edge, expected, "\(name) edge") }
        #expect(try bins.counts(of: reference) == item.integers("ref_counts"), "\(name)")
        #expect(try bins.counts(of: current) == item.integers("cur_counts"), "\(name)")
        try compared(name, item, bins.compare(reference, current))
    }

    func counts(_ name: String, _ item: JSON) throws {
        try compared(
            name, item, CountComparison(reference: item.integers("ref_counts"), current: item.integers("cur_counts")))
    }

    /// What a file says of two sets of counts; some say less than others.
    private func compared(_ name: String, _ item: JSON, _ comparison: CountComparison?) throws {
        let comparison = try #require(comparison, "\(name)")
        expectEqual(comparison.g, try item.number("g"), "\(name) G")
        #expect(try comparison.degreesOfFreedom == item.integer("df"), "\(name)")
        expectEqual(comparison.williams, try item.number("williams_q"), "\(name) Williams")
        if comparison.degreesOfFreedom > 0 { expectEqual(comparison.p, try item.number("p_g"), "\(name) p") }
        let others = [
            ("p_g_uncorrected", comparison.uncorrectedP), ("psi_a0.5", comparison.stabilityIndex),
            ("psi_null_mean", comparison.stabilityIndexByChance), ("js_div_base2", comparison.divergence),
            ("js_dist_base2", comparison.distance),
        ]
        for (member, value) in others {
            guard let expected = item[member]?.double else { continue }
            expectEqual(value, expected, "\(name) \(member)")
        }
    }

    func quantiles(_ name: String, _ item: JSON) throws {
        let numbers = try item.numbers("x")
        var sketch = SignedQuantileSketch()
        for number in numbers { #expect(sketch.add(number) == true, "\(name)") }
        let exact = try #require(EmpiricalDistribution(numbers), "\(name)")
        let sketched = try #require(EmpiricalDistribution(sketch), "\(name)")
        for (q, expected) in zip(try item.numbers("q"), try item.numbers("exact_lower")) {
            let rank = Int64(q * Double(numbers.count - 1))
            #expect(exact.value(atRank: rank) == expected, "\(name) at \(q)")
            let value = sketched.value(atRank: rank)
            #expect(abs(value - expected) <= 0.01 * abs(expected), "\(name) at \(q): \(value) is not \(expected)")
        }
        for (q, expected) in zip([0.5, 0.95, 0.99], try item.numbers("type7_p50_p95_p99")) {
            expectEqual(exact.quantile(q), expected, "\(name) at \(q)")
        }
    }

    func sequential(_ name: String, _ item: JSON) throws {
        switch try item.text("kind") {
        case "betting_sr":
            #expect(try item.numbers("lambdas_times_mu0") == RateDetector.fractions, "\(name)")
            var detector = try #require(RateDetector(baseline: item.number("mu0")), "\(name)")
            var (seen, crossing): ([Double], Int64?) = ([], nil)
            for (index, digit) in try item.text("x").utf8.enumerated() {
                detector.add(Double(digit) - 48)
                if index % 50 == 49 { seen.append(detector.value) }
                if crossing == nil, detector.state(threshold: 1000) == .alarm { crossing = Int64(index + 1) }
            }
            let expected = try item.numbers("M_every_50")
            #expect(seen.count == expected.count, "\(name)")
            for (value, expected) in zip(seen, expected) { expectEqual(value, expected, "\(name)") }
            #expect(crossing == item["first_crossing_of_1000"]?.integer, "\(name)")
        case "p_to_e_sr":
            var detector = ShiryaevRoberts()
            for (p, expected) in zip(try item.numbers("p"), zip(try item.numbers("e"), try item.numbers("M"))) {
                let evidence = try #require(PowerCalibrator.evidence(p: p, smallest: 1e-300), "\(name)")
                expectEqual(evidence, expected.0, "\(name) e(\(p))")
                detector.add(evidence)
                expectEqual(detector.value, expected.1, "\(name) M")
            }
        case let kind: Issue.record("\(name) is of no kind that is known: \(kind)")
        }
    }
}
