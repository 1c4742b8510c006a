import Domain
import Foundation
import Statistics
import Testing

/// The sequential inference of rollouts, equal to independent implementations: every case of every file in the folder `rollout`.
@Suite struct RolloutVectors {
    @Test func everyCaseComesOut() throws {
        for (name, file) in try VectorFolder.files(in: "rollout") { attempt(name) { try check(name, file) } }
    }

    private func check(_ name: String, _ file: JSON) throws {
        switch name {
        case _ where name.hasPrefix("label_betting"): try each(name, file, "cases", labelBetting)
        case _ where name.hasPrefix("bernoulli_one_sample"): try oneRate(name, file)
        case _ where name.hasPrefix("bernoulli_two_sample"): try each(name, file, "cases", twoRates)
        case _ where name.hasPrefix("bounded_mean_betting"): try boundedMean(name, file)
        case _ where name.hasPrefix("cost_winsorised_betting"): try cost(name, file)
        case _ where name.hasPrefix("quantile_ranks"): try quantileRanks(name, file)
        case _ where name.hasPrefix("quantile"): try quantile(name, file)
        case _ where name.hasPrefix("rate_ratio_labels"): try each(name, file, "cases", rateRatio)
        case _ where name.hasPrefix("normal_mixture"): try normalMixture(name, file)
        case _ where name.hasPrefix("combine_gates"):
            try each(name, file, "examples", combination(file.number("alpha")))
        case _ where name.hasPrefix("srm"): try each(name, file, "cases", sampleRatio(file.number("concentration")))
        default: Issue.record("\(name) is no file that is known")
        }
    }

    /// Checks every element of a list that must not be empty.
    private func each(_ name: String, _ file: JSON, _ list: String, _ check: (String, JSON) throws -> Void) throws {
        let elements = try file.list(list)
        #expect(!elements.isEmpty, "no \(list) in \(name)")
        for (index, element) in elements.enumerated() {
            let title = element["name"]?.string ?? element["seed"]?.integer.map(String.init) ?? String(index)
            attempt("\(name) \(title)") { try check("\(name) \(title)", element) }
        }
    }

    /// A case that cannot be read fails by its name and does not keep the others from being checked.
    private func attempt(_ name: String, _ check: () throws -> Void) {
        do { try check() } catch { Issue.record("\(name): \(error)") }
    }

    private func labelBetting(_ name: String, _ item: JSON) throws {
        #expect(try item.numbers("kappa") == MixedWealth.fractions, "\(name)")
        let (canary, harms) = (try item.flags("canary"), try item.numbers("x"))
        // One probability for all units, or one for each.
        let weights = item["w"]?.array == nil ? harms.map { _ in item["w"]?.double } : try item.numbers("w")
        let expected = Dictionary(uniqueKeysWithValues: try item.list("expected").map { (try $0.integer("t"), $0) })
        let crossings = try item.list("first_crossings")
        let margins = try crossings.map { crossing in
            try #require(HarmMargin(absolute: crossing.number("d"), relative: 1 / crossing.number("s") - 1))
        }
        var betting = try #require(
            LabelBetting(margins: margins, baselineMean: item.number("c0"), priorUnits: item.number("n0")))
        var first = margins.map { _ in (harm: Int64?.none, good: Int64?.none) }
        for (index, (isCanary, harm)) in zip(canary, harms).enumerated() {
            let values = try expected[index + 1].map { expected in
                expectEqual(betting.centre.value, try expected.number("centre"), "\(name) centre at \(index + 1)")
                return try expected.list("values")
            }
            betting.add(
                try #require(
                    LabelledHarm(isCanary: isCanary, probability: weights[index] ?? .nan, harm: harm), "\(name)"))
            for (place, evidence) in betting.evidence.enumerated() {
                let reached = Int64(index + 1)
                if first[place].harm == nil, evidence.harm.hasReached(alpha: 0.05) { first[place].harm = reached }
                if first[place].good == nil, evidence.safe.hasReached(alpha: 0.05) { first[place].good = reached }
            }
            for (evidence, value) in zip(betting.evidence, values ?? []) {
                #expect(try evidence.margin.absolute == value.number("d"), "\(name)")
                expectEqual(evidence.harm.log, try value.number("log_harm"), "\(name) harm at \(index + 1)")
                expectEqual(evidence.safe.log, try value.number("log_good"), "\(name) safe at \(index + 1)")
            }
        }
        for (crossing, first) in zip(crossings, first) {
            #expect(crossing["harm_reaches_20"]?.integer == first.harm, "\(name)")
            #expect(crossing["good_reaches_20"]?.integer == first.good, "\(name)")
        }
    }

    private func oneRate(_ name: String, _ file: JSON) throws {
        let (outcomes, alpha, time) = (try file.flags("x"), try file.number("alpha"), try file.number("t_opt"))
        let strength = BetaPrior.strength(tightestAt: time, alpha: try file.number("alpha_opt"))
        expectEqual(strength, try file.number("prior_strength_c"), name)
        try each(name, file, "expected") { _, row in
            let n = try row.integer("n")
            let counts = try #require(RateCounts(events: outcomes.prefix(n).count { $0 }, trials: n))
            #expect(try counts.events == row.integer("successes"), "\(name) at \(n)")
            let parameters = row.parameters("logE_p0_")
            #expect(!parameters.isEmpty, "\(name) at \(n)")
            for (rate, expected) in parameters {
                let prior = try #require(BetaPrior(mean: rate, strength: strength))
                expectEqual(counts.logEvidence(against: rate, prior: prior), expected, "\(name) \(rate) at \(n)")
            }
            for (rate, expected) in row.parameters("logE_jeffreys_p0_") {
                expectEqual(counts.logEvidence(against: rate, prior: .jeffreys), expected, "\(name) \(rate) at \(n)")
            }
            let interval = counts.interval(alpha: alpha, tightestAt: time)
            expectEqual(interval?.lower, try row.number("lower"), "\(name) lower at \(n)")
            expectEqual(interval?.upper, try row.number("upper"), "\(name) upper at \(n)")
        }
    }

    private func twoRates(_ name: String, _ item: JSON) throws {
        func prior(_ name: String) throws -> BetaPrior {
            let numbers = try item.numbers(name)
            try #require(numbers.count == 2)
            return try #require(BetaPrior(a: numbers[0], b: numbers[1]))
        }
        let outcomes = Array(zip(try item.flags("canary"), try item.flags("x")))
        for row in try item.list("expected") {
            let t = try row.integer("t")
            var compared = RateDifference(baselinePrior: try prior("priorA"), canaryPrior: try prior("priorB"))
            for (isCanary, happened) in outcomes.prefix(t) {
                if isCanary { compared.canary.add(happened) } else { compared.baseline.add(happened) }
            }
            #expect(
                try compared.baseline == RateCounts(events: row.integer("SA"), trials: row.integer("nA")), "\(name)")
            #expect(try compared.canary == RateCounts(events: row.integer("SB"), trials: row.integer("nB")), "\(name)")
            let parameters = row.parameters("logE_d_")
            #expect(!parameters.isEmpty, "\(name) at \(t)")
            for (difference, expected) in parameters {
                expectEqual(compared.logEvidence(against: difference), expected, "\(name) \(difference) at \(t)")
            }
            let interval = compared.interval()
            expectEqual(interval?.lower, try row.number("cs_lower"), "\(name) lower at \(t)")
            expectEqual(interval?.upper, try row.number("cs_upper"), "\(name) upper at \(t)")
        }
    }

    private func boundedMean(_ name: String, _ file: JSON) throws {
        let (baseline, canary) = (try file.numbers("xa"), try file.numbers("xb"))
        try each(name, file, "one_arm_aKelly") { _, row in
            let mean = try row.number("m")
            for (time, expected) in zip(try row.integers("times"), try row.numbers("logK")) {
                var betting = try #require(MeanBetting(means: [mean]))
                for value in baseline.prefix(time) { betting.add(value) }
                expectEqual(betting.logEvidence.first, expected, "\(name) mean \(mean) at \(time)")
            }
        }
        let intervals = try #require(file["confseq_aKelly"])
        for (index, time) in try file.integers("cs_times").enumerated() {
            var betting = try #require(MeanBetting(parts: intervals.integer("breaks")))
            for value in baseline.prefix(time) { betting.add(value) }
            let interval = betting.interval(alpha: try file.number("alpha"))
            expectEqual(interval?.lower, try intervals.numbers("lower")[index], "\(name) lower at \(time)")
            expectEqual(interval?.upper, try intervals.numbers("upper")[index], "\(name) upper at \(time)")
        }
        let pair = try #require(file["two_arm"])
        let step = try pair.number("grid_step")
        let start = try #require(
            MeanBetting(
                parts: Int((1 / step).rounded()), priorMean: pair.number("prior_mean"),
                priorVariance: pair.number("prior_var"), priorWeight: pair.number("fake_obs")))
        try each(name, pair, "rows") { _, row in
            let compared = try comparison(start, baseline, canary, row.integer("nA"), row.integer("nB"))
            for (key, margin) in [("0", 0.0), ("0_01", 0.01), ("0_02", 0.02)] {
                guard let expected = row["logE_worse_margin_" + key]?.double else { continue }
                let steps = -Int((margin / step).rounded())
                expectEqual(compared.logEvidenceThatCanaryIsBelow(steps: steps), expected, "\(name) worse by \(margin)")
            }
            expectEqual(
                compared.logEvidenceThatCanaryIsAbove(steps: -Int((0.1 / step).rounded())),
                try row.number("logE_noninferior_margin_0_10"), "\(name) not worse")
        }
    }

    private func cost(_ name: String, _ file: JSON) throws {
        let cap = try file.number("cap")
        func harms(_ list: String, isCanary: Bool) throws -> [Double] {
            try file.numbers(list).map { try #require(Harm.amount($0, cap: cap, isCanary: isCanary)) }
        }
        let (baseline, canary) = (
            try harms("cost_baseline", isCanary: false), try harms("cost_canary", isCanary: true)
        )
        let start = try #require(
            MeanBetting(
                means: file.numbers("grid"), priorMean: file.number("prior_mean"),
                priorVariance: file.number("prior_var"), priorWeight: file.number("fake_obs")))
        try each(name, file, "expected") { _, row in
            let compared = try comparison(start, baseline, canary, row.integer("n"), row.integer("n"))
            expectEqual(
                compared.logEvidenceThatCanaryIsAbove(steps: 0), try row.number("logE_worse_margin_0pct"), name)
            expectEqual(
                compared.logEvidenceThatCanaryIsAbove(steps: 4), try row.number("logE_worse_margin_10.4pct"), name)
        }
    }

    private func comparison(
        _ start: MeanBetting, _ baseline: [Double], _ canary: [Double], _ baselineCount: Int, _ canaryCount: Int
    ) -> MeanComparison {
        var compared = MeanComparison(start)
        for value in baseline.prefix(baselineCount) { compared.add(value, isCanary: false) }
        for value in canary.prefix(canaryCount) { compared.add(value, isCanary: true) }
        return compared
    }

    private func quantileRanks(_ name: String, _ file: JSON) throws {
        try each(name, file, "rows") { _, row in
            let (p, n) = (try row.number("p"), try row.integer("n"))
            let mixture = try #require(QuantileMixture(p: p, tightestAt: file.number("t_opt")))
            let counts = mixture.counts(of: n, alpha: try file.number("alpha"))
            #expect(try counts == row.integer("k_low")...row.integer("k_high"), "\(name) p \(p), n \(n)")
        }
    }

    private func quantile(_ name: String, _ file: JSON) throws {
        let mixture = try #require(QuantileMixture(p: file.number("p"), tightestAt: file.number("t_opt")))
        let (baseline, canary) = (try file.numbers("baseline"), try file.numbers("canary"))
        try each(name, file, "expected") { _, row in
            let (before, after) = (try row.integer("nA"), try row.integer("nB"))
            let a = try #require(EmpiricalDistribution(Array(baseline.prefix(before))))
            let b = try #require(EmpiricalDistribution(Array(canary.prefix(after))))
            let compared = try #require(QuantileComparison(baseline: a, canary: b, mixture))
            let evidence = compared.logEvidenceThatCanaryIsAbove()
            expectEqual(evidence, try row.number("logE_worse_margin_0"), "\(name) at \(after)")
            expectEqual(
                compared.logEvidenceThatCanaryIsAbove(relativeMargin: 0.1),
                try row.number("logE_worse_margin_0_10"), "\(name) 10 % at \(after)")
            expectEqual(
                evidence.map { min(1, exp(-$0)) }, try row.number("confseq_ab_p_value_two_sided"),
                "\(name) p at \(after)")
            for (numbers, member) in [(a, "emp_qA"), (b, "emp_qB")] {
                let rank = Int64((mixture.p * Double(numbers.count) * (1 - 0x1p-48)).rounded(.up)) - 1
                expectEqual(numbers.value(atRank: rank), try row.number(member), within: 1e-8, "\(name) \(member)")
            }
            let counts = mixture.counts(of: after, alpha: try file.number("alpha"))
            #expect(try counts == row.integer("k_low")...row.integer("k_high"), "\(name) at \(after)")
            let interval = mixture.interval(of: b, alpha: try file.number("alpha"))
            expectEqual(
                interval?.lower, row["canary_cs_lower"]?.double ?? -.infinity, within: 1e-8, "\(name) lower at \(after)"
            )
            expectEqual(
                interval?.upper, row["canary_cs_upper"]?.double ?? .infinity, within: 1e-8, "\(name) upper at \(after)")
        }
    }

    private func rateRatio(_ name: String, _ item: JSON) throws {
        let labels = try item.flags("labels")
        for row in try item.list("expected") {
            let parameters = row.parameters("logE_r0_")
            #expect(!parameters.isEmpty, "\(name)")
            for (ratio, expected) in parameters {
                var betting = try #require(RateRatioBetting(against: ratio))
                for label in try labels.prefix(row.integer("events")) {
                    betting.add(isCanary: label, probability: try item.number("w"))
                }
                expectEqual(betting.logEvidence, expected, "\(name) ratio \(ratio)")
            }
        }
    }

    private func normalMixture(_ name: String, _ file: JSON) throws {
        let mixture = try #require(NormalMixture(tightestAt: file.number("v_opt"), alpha: file.number("alpha")))
        expectEqual(mixture.rho, try file.number("rho"), name)
        try each(name, file, "rows") { _, row in
            let variance = try row.number("v")
            expectEqual(mixture.bound(variance: variance), try row.number("bound"), "\(name) at \(variance)")
            expectEqual(
                mixture.halfWidth(count: Int(variance), deviation: 1), try row.number("half_width_unit_variance"),
                "\(name) half width at \(variance)")
        }
    }

    private func combination(_ alpha: Double) -> (String, JSON) throws -> Void {
        { name, item in
            let combined = try #require(
                GateCombination(logEvidence: item.numbers("logE"), weights: item.numbers("weights")), "\(name)")
            expectEqual(combined.logCombined, try item.number("log_combined"), name)
            #expect(try combined.culprit == item.integer("culprit"), "\(name)")
            #expect(combined.fires(alpha: alpha) == item["rollback"]?.bool, "\(name)")
            #expect(combined.firesByOneGate(alpha: alpha) == item["weighted_bonferroni"]?.bool, "\(name)")
        }
    }

    private func sampleRatio(_ concentration: Double) -> (String, JSON) throws -> Void {
        { name, item in
            let (canary, weight) = (try item.flags("canary"), try item.number("w"))
            let expected = Dictionary(uniqueKeysWithValues: try item.list("expected").map { (try $0.integer("t"), $0) })
            #expect(!expected.isEmpty, "\(name)")
            var test = try #require(SampleRatioTest(shares: [1 - weight, weight], concentration: concentration))
            for (index, isCanary) in canary.enumerated() {
                test.add(arm: isCanary ? 1 : 0)
                guard let row = expected[index + 1] else { continue }
                #expect(try test.counts[1] == row.integer("nB"), "\(name) at \(index + 1)")
                expectEqual(test.logEvidence, try row.number("logE_own"), "\(name) at \(index + 1)")
                expectEqual(test.logEvidence, try row.number("logE_ssrm"), within: 1e-6, "\(name) at \(index + 1)")
            }
        }
    }
}
