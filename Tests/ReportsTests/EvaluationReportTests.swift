import Domain
import Reports
import Testing

@Suite struct EvaluationReportTests {
    private func run(_ id: Int64, _ state: EvaluationRun.State, cost: Money? = nil) throws -> EvaluationRun {
        let digest = try #require(ContentDigest(bytes: Array(repeating: 7, count: 32)))
        let plan = EvaluationPlan(
            prompt: EvaluatedPrompt(name: "support-answer", version: 7),
            goldenSet: GoldenSetReference(name: "support", digest: digest, count: 3), model: "gpt-4o", endpoint: "demo")
        return EvaluationRun(
            id: EvaluationRunID(rawValue: id), plan: plan, state: state, author: "os:ana",
            created: Timestamp(nanoseconds: 0), answered: 2, failed: 1, cost: cost,
            scores: [ScorerSummary(scorer: .rougeL, mean: 0.5, count: 2, errors: 0)])
    }

    @Test func saysWhyARunStoppedAndWhatHadNoAnswer() throws {
        let item = try GoldenItem(try JSON(parsing: #"{"id":"g-1","input":"q"}"#))
        let result = EvaluationResult(item: item, outcome: .failed("answered\u{1B}[31m 500"))
        let text = EvaluationReport.text(try run(1, .stopped("no key"), cost: Money(usd: 0.0123)), [result])
        #expect(text.contains("stopped: no key\n2 of 3 answered, 1 failed, $0.0123"))
        #expect(text.contains("rouge_l  0.500"))
        #expect(text.contains("g-1: answered"))
        #expect(!text.unicodeScalars.contains("\u{1B}"))
    }

    @Test func listsRuns() throws {
        let text = EvaluationReport.text([try run(2, .finished)])
        #expect(text.contains("support-answer@7"))
        #expect(text.contains("support@07070707"))
        #expect(text.contains("cost unknown"))
        #expect(EvaluationReport.text([]).contains("eval run --help"))
    }

    @Test func comparesInWords() throws {
        let row = ScorerComparison(
            scorer: .rougeL, count: 3, baseline: 0.9, candidate: 0.5, change: -0.4, interval: -0.5...(-0.3), p: 0.01,
            margin: 0.03, verdict: .worse, itemsNeeded: nil)
        let comparison = RunComparison(
            baseline: try run(1, .finished), candidate: try run(2, .finished), scorers: [row], leading: .rougeL,
            items: [], unpaired: 1, verdict: .worse)
        let text = RunComparisonReport(comparison).text
        #expect(text.contains("(run 2): worse"))
        #expect(text.contains("-0.400"))
        #expect(text.contains("-0.500 … -0.300"))
        #expect(text.contains("without a counterpart: 1"))
    }
}
