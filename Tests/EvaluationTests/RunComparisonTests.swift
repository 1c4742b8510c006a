import Domain
import Evaluation
import Testing

@Suite struct RunComparisonTests {
    private typealias Run = (run: EvaluationRun, results: [EvaluationResult])

    /// A run whose answers got these values; nil for one that could not be had.
    private func run(_ id: Int64, _ values: [Double?], tokens: Int64 = 100) throws -> Run {
        let set = try GoldenSet(
            name: "s", parsing: values.indices.map { #"{"id":"\#($0)","input":"q"}"# }.joined(separator: "\n"))
        let plan = EvaluationPlan(prompt: EvaluatedPrompt(name: "p", version: 1), goldenSet: set.reference)
        let run = EvaluationRun(
            id: EvaluationRunID(rawValue: id), plan: plan, state: .finished, author: "os:a",
            created: Timestamp(nanoseconds: 0))
        let results = zip(set.items, values).map { item, value in
            guard let value else { return EvaluationResult(item: item, outcome: .failed("no")) }
            let answer = EvaluationAnswer(text: "t", usage: TokenUsage(input: 10, output: tokens))
            return EvaluationResult(item: item, outcome: .answered(answer), verdicts: [.rougeL: .value(value)])
        }
        return (run, results)
    }

    @Test func ranksTheLargestLossFirst() throws {
        let comparison = RunComparison(baseline: try run(1, [0.5, 0.9, 0.5]), candidate: try run(2, [0.6, 0.1, 0.5]))
        #expect(comparison.items.map(\.standing) == [.loss, .tie, .win])
        #expect(comparison.items.first?.item.id == "1")
        #expect(comparison.leading == .rougeL)
        #expect(comparison.counts.losses == 1)
    }

    @Test func hasThreeOutcomes() throws {
        let base = try run(1, (0..<60).map { 0.5 + Double($0 % 7) / 100 })
        let same = RunComparison(
            baseline: base, candidate: (try run(2, base.results.map { $0.verdicts[.rougeL]?.value })))
        #expect(same.verdict == .noWorse)
        let worse = try run(3, (0..<60).map { 0.3 + Double($0 % 7) / 100 })
        #expect(RunComparison(baseline: base, candidate: worse).verdict == .worse)
        let noisy = try run(4, (0..<60).map { $0 % 2 == 0 ? 0.9 : 0.1 })
        let undecided = RunComparison(baseline: base, candidate: noisy)
        #expect(undecided.verdict == .undecided)
        #expect((undecided.scorers.first?.itemsNeeded ?? 0) > 60)
    }

    @Test func aMissingAnswerIsNoGoodNews() throws {
        let comparison = RunComparison(
            baseline: try run(1, [0.5, 0.5]), candidate: try run(2, [0.5, nil]))
        #expect(comparison.items.first?.change == -0.5)
        #expect(comparison.scorers.first?.count == 2)
    }

    @Test func changedItemsAreNoPairs() throws {
        let base = try run(1, [0.5])
        var other = try run(2, [0.5])
        other.results[0].item = try GoldenItem(try JSON(parsing: #"{"id":"0","input":"another"}"#))
        let comparison = RunComparison(baseline: base, candidate: other)
        #expect(comparison.unpaired == 2)
        #expect(comparison.verdict == .undecided)
    }

    @Test func offlineEffectsSayWhatIsBetter() throws {
        let comparison = RunComparison(
            baseline: try run(1, Array(repeating: 0.9, count: 20)),
            candidate: try run(2, Array(repeating: 0.5, count: 20), tokens: 40))
        let effects = Effect.offline(comparison)
        #expect(effects.first { $0.metric == .score("rouge_l") }?.verdict == .worse)
        let tokens = effects.first { $0.metric == .outputTokens }
        #expect(tokens?.verdict == .better)
        #expect(tokens?.change == -0.6)
        #expect(effects.allSatisfy { $0.source == .offline })
    }
}
