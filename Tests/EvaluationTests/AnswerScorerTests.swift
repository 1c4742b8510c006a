import Domain
import Evaluation
import Testing

@Suite struct AnswerScorerTests {
    private func verdicts(_ line: String, _ answer: String, documents: [String] = []) throws -> [Scorer: ScorerVerdict]
    {
        let item = try GoldenItem(try JSON(parsing: #"{"id":"a","input":"q","# + line + "}"))
        return AnswerScorer.verdicts(on: EvaluationAnswer(text: answer, documents: documents), to: item)
    }

    @Test func judgesOnlyWhatIsExpected() throws {
        #expect(try verdicts(#""tags":[]"#, "x").isEmpty)
    }

    @Test func takesTheBestReference() throws {
        let found = try verdicts(
            #""expected":"the ring is white","alternatives":["it glows white"]"#, "It glows white.")
        #expect(found[.exact] == .value(1))
        #expect(found[.rougeL] == .value(1))
        #expect(found[.tokenF1] == .value(1))
    }

    @Test func countsTextsThatMustAndMustNotStand() throws {
        let found = try verdicts(
            #""must_include":["WAN port","reset"],"must_not":["refund"]"#, "Use the wan PORT; no refund.")
        #expect(found[.contains] == .value(1.0 / 3))
    }

    @Test(arguments: [("It is 1,234.5 in all", 1.0), ("1234.5", 1), ("1235", 0), ("-1234.5", 0), ("none", 0)])
    func findsNumbers(answer: String, value: Double) throws {
        #expect(try verdicts(#""number":1234.5"#, answer)[.numeric] == .value(value))
    }

    @Test(arguments: [(#"{"a":1}"#, 1.0), ("```json\n{\"a\":1}\n```", 1), (#"{"a":"1"}"#, 0), ("Sure! {}", 0)])
    func checksJSON(answer: String, value: Double) throws {
        let line = #""schema":{"type":"object","required":["a"],"properties":{"a":{"type":"integer"}}}"#
        #expect(try verdicts(line, answer)[.jsonSchema] == .value(value))
    }

    @Test func judgesRetrievalOnlyWhereSomethingWasRetrieved() throws {
        #expect(try verdicts(#""relevant_ids":["d1"]"#, "x").isEmpty)
        let found = try verdicts(#""relevant_ids":["d1","d2"]"#, "x", documents: ["d0", "d1"])
        #expect(found[.retrievalRecall] == .value(0.5))
        #expect(found[.reciprocalRank] == .value(0.5))
        #expect(found[.retrievalPrecision] == .value(0.2))
    }
}
