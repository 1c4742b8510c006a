import Domain
import Statistics

/// Judges answers by what was expected: without a model, so that the same answer always gets the same.
public enum AnswerScorer {
    /// Places of a ranking that are looked at.
    public static let retrievalDepth = 5
    /// Bytes of an answer that are looked at by words; comparing longer ones would take minutes.
    static let longestAnswer = 256 << 10

    /// What the scorers that the item concerns say of `answer`.
    public static func verdicts(on answer: EvaluationAnswer, to item: GoldenItem) -> [Scorer: ScorerVerdict] {
        let expectation = item.expectation
        var verdicts: [Scorer: ScorerVerdict] = [:]
        addReferences(answer.text, expectation.references, to: &verdicts)
        let rules =
            expectation.mustInclude.map { TextMatch.contains(answer.text, $0) }
            + expectation.mustNot.map { !TextMatch.contains(answer.text, $0) }
        if !rules.isEmpty { verdicts[.contains] = .value(Double(rules.count { $0 }) / Double(rules.count)) }
        if let pattern = expectation.pattern {
            verdicts[.regex] = attempt { try Pattern(pattern).isFound(in: answer.text) }
        }
        if let number = expectation.number {
            let isSaid = SaidNumbers(answer.text).values.contains { said in
                TextMatch.isClose(
                    said, number.value, absoluteTolerance: number.absoluteTolerance,
                    relativeTolerance: number.relativeTolerance)
            }
            verdicts[.numeric] = .value(isSaid ? 1 : 0)
        }
        if let schema = expectation.schema {
            // An answer that is no JSON, or of another form, is a wrong answer and no error of the scorer.
            let value = SaidJSON.value(in: answer.text)
            verdicts[.jsonSchema] = .value(value.map { (try? SchemaCheck(schema).check($0)) != nil } == true ? 1 : 0)
        }
        addRetrieval(answer.documents, expectation.relevantDocuments, to: &verdicts)
        return verdicts
    }

    /// The best over the references.
    private static func addReferences(
        _ answer: String, _ references: [String], to verdicts: inout [Scorer: ScorerVerdict]
    ) {
        guard !references.isEmpty else { return }
        verdicts[.exact] = .value(references.contains { TextMatch.isExact(answer, $0) } ? 1 : 0)
        guard answer.utf8.count <= longestAnswer, references.allSatisfy({ $0.utf8.count <= longestAnswer }) else {
            let error = ScorerVerdict.error("the answer is longer than \(longestAnswer) bytes")
            for scorer in [Scorer.rougeL, .rougeLASCII, .tokenF1] { verdicts[scorer] = error }
            return
        }
        let (words, latin) = (Tokenizer.unicode.tokens(of: answer), Tokenizer.ascii.tokens(of: answer))
        var best: [Scorer: Double] = [:]
        for reference in references {
            let tokens = Tokenizer.unicode.tokens(of: reference)
            let found: [(Scorer, Double)] = [
                (.rougeL, RougeL.score(reference: tokens, answer: words).f1),
                (.tokenF1, TokenOverlap.score(reference: tokens, answer: words).f1),
                (.rougeLASCII, RougeL.score(reference: Tokenizer.ascii.tokens(of: reference), answer: latin).f1),
            ]
            for (scorer, value) in found { best[scorer] = max(best[scorer] ?? 0, value) }
        }
        for (scorer, value) in best { verdicts[scorer] = .value(value) }
    }

    /// Nothing is said of answers for which nothing was retrieved: an endpoint without retrieval does not lack it.
    private static func addRetrieval(
        _ retrieved: [String], _ relevant: [String], to verdicts: inout [Scorer: ScorerVerdict]
    ) {
        guard !retrieved.isEmpty,
            let score = RetrievalScore(retrieved: retrieved, relevant: Set(relevant), depth: retrievalDepth)
        else { return }
        verdicts[.retrievalPrecision] = .value(score.precision)
        verdicts[.retrievalRecall] = .value(score.recall)
        verdicts[.reciprocalRank] = .value(score.reciprocalRank)
        verdicts[.discountedGain] = .value(score.discountedGain)
    }

    private static func attempt(_ body: () throws -> Bool) -> ScorerVerdict {
        do { return .value(try body() ? 1 : 0) } catch { return .error("\(error)") }
    }
}
