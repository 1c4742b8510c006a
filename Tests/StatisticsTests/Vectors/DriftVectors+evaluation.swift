import Domain
import Statistics
import Testing

extension DriftVectors {
    func rouge(_ name: String, _ item: JSON) throws {
        let (reference, answer) = (try item.text("target"), try item.text("prediction"))
        #expect(try Tokenizer.unicode.tokens(of: reference).texts == item.texts("unicode_tokens_target"), "\(name)")
        for (tokenizer, member) in [(Tokenizer.ascii, "ascii_rougeL"), (.unicode, "unicode_rougeL")] {
            let expected = try item.numbers(member)
            let score = RougeL.score(reference: reference, answer: answer, tokenizer: tokenizer)
            for (value, expected) in zip([score.precision, score.recall, score.f1], expected) {
                expectEqual(value, expected, within: 1e-12, "\(name) \(member)")
            }
            #expect(expected.count == 3, "\(name)")
        }
        let overlap = TokenOverlap.score(reference: reference, answer: answer)
        expectEqual(overlap.f1, try item.number("unicode_token_f1"), within: 1e-12, "\(name) token F1")
        // Rouge-1 of two empty texts is 0, the F1 of tokens 1.
        if !Tokenizer.unicode.tokens(of: reference).isEmpty || !Tokenizer.unicode.tokens(of: answer).isEmpty {
            expectEqual(overlap.f1, try item.number("unicode_rouge1_f"), within: 1e-12, "\(name) Rouge-1")
        }
    }

    func statistics(_ name: String, _ item: JSON) throws {
        switch try item.text("kind") {
        case "bootstrap_mean":
            let interval = Bootstrap.meanInterval(
                of: try item.numbers("x"), resamples: try item.integer("B"), seed: UInt64(try item.integer("seed")))
            try expectInterval(interval, item.numbers("ci95_percentile_exact"), name)
        case "cohen_kappa":
            let kappa = try #require(CohenKappa(item.integers("human"), item.integers("judge")), "\(name)")
            expectEqual(kappa.unweighted, try item.number("kappa"), "\(name)")
            expectEqual(kappa.linear, try item.number("kappa_linear"), "\(name) linear")
            expectEqual(kappa.quadratic, try item.number("kappa_quadratic"), "\(name) quadratic")
            expectEqual(kappa.agreement, try item.number("agreement"), "\(name) agreement")
        case "wilson95":
            let interval = WilsonInterval.of(events: try item.integer("k"), trials: try item.integer("n"))
            try expectInterval(interval, item.numbers("ci"), name)
        case "mcnemar_exact":
            let p = McNemarTest.p(onlyFirst: try item.integer("b"), onlySecond: try item.integer("c"))
            expectEqual(p, try item.number("p"), name)
        case "sign_flip_exact":
            let test = try #require(SignFlipTest(item.numbers("d"), seed: 0), "\(name)")
            expectEqual(test.mean, try item.number("mean"), "\(name) mean")
            expectEqual(test.p, try item.number("p"), "\(name) p")
        case "ppi_mean": try predictionPoweredMean(name, item)
        case let kind: Issue.record("\(name) is of no kind that is known: \(kind)")
        }
    }

    private func predictionPoweredMean(_ name: String, _ item: JSON) throws {
        let (human, judge) = (try item.numbers("labelled_human"), try item.numbers("labelled_judge"))
        let rest = try item.text("unlabelled_judge").utf8.map { Double($0) - 48 }
        for (member, trust) in [("ppi_lam1", 1.0), ("ours_tuned", nil)] {
            let expected = try #require(item[member], "\(name)")
            let mean = try #require(
                PredictionPoweredMean(human: human, judge: judge, judgeOnly: rest, trust: trust), "\(name)")
            expectEqual(mean.estimate, try expected.number("est"), "\(name) \(member)")
            expectEqual(mean.trust, expected["lam"]?.double ?? 1, "\(name) \(member) trust")
            try expectInterval(mean.interval(), expected.numbers("ci95"), "\(name) \(member)")
        }
    }

    private func expectInterval(_ interval: Interval?, _ expected: [Double], _ name: String) throws {
        try #require(expected.count == 2, "\(name)")
        expectEqual(interval?.lower, expected[0], "\(name) lower")
        expectEqual(interval?.upper, expected[1], "\(name) upper")
    }
}
