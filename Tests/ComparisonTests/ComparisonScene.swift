import Comparison
import Domain

/// Versions, effects and runs that the tests look at.
enum ComparisonScene {
    static let six = Prompt(
        name: "support-answer",
        messages: [
            PromptMessage(
                role: "system",
                text: """
                    You are a helpful support agent. Answer the user's question based only on the following context:
                    Context: {{context}}
                    Question: {{question}}
                    Order: {{order}}
                    Answer:
                    """)
        ], model: "gpt-4o", parameters: ["temperature": .number(0.7), "max_tokens": 512], retrievalIndex: "kb@12")
    static let seven = Prompt(
        name: "support-answer",
        messages: [
            PromptMessage(
                role: "system",
                text: """
                    As a concise and expert support agent, use the provided context to give a direct answer.
                    Context: {{context}}
                    Question:  {{question}}
                    Short Answer:
                    """)
        ], model: "gpt-4o-mini", parameters: ["temperature": .number(0.2), "max_tokens": 256], retrievalIndex: "kb@13")

    static func comparison(
        _ old: Prompt = six, _ new: Prompt = seven, effects: [Effect] = effects, runs: RunComparison? = runs
    ) -> PromptComparison {
        PromptComparison(
            name: "support-answer",
            old: ComparedVersion(name: "6", facts: "production · 2026-11-02 mk · 4f1c9a", prompt: old),
            new: ComparedVersion(name: "7", facts: "canary · 2026-11-20 an · 9b03e1", prompt: new), effects: effects,
            runs: runs)
    }

    /// A long prompt, and the same with every twentieth line changed, a block moved and a line wrapped anew.
    static func long(lines: Int) -> (old: Prompt, new: Prompt) {
        let old = (0..<lines).map {
            "Rule \($0): answer in the language of the question and never promise what \($0) does not."
        }
        var new = old.enumerated().map { $0 % 20 == 7 ? $1.replacing("never promise", with: "do not offer") : $1 }
        if lines > 60 {
            let block = Array(new[30..<34])
            new.removeSubrange(30..<34)
            new.insert(contentsOf: block, at: 50)
        }
        func prompt(_ lines: [String]) -> Prompt {
            Prompt(name: "long", messages: [PromptMessage(role: "system", text: lines.joined(separator: "\n"))])
        }
        return (prompt(old), prompt(new))
    }

    static let effects: [Effect] = [
        Effect(
            .score("faithfulness"), source: .offline, scale: .difference, a: 0.931, b: 0.902, countA: 200, countB: 200,
            change: -0.029, interval: -0.048 ... -0.010),
        Effect(
            .errorRate, source: .observational, scale: .difference, a: 0.004, b: 0.005, countA: 41_203, countB: 2_190,
            change: 0.001, interval: -0.002...0.006),
        Effect(
            .duration(quantile: 0.95), source: .observational, scale: .relative, a: 1.41, b: 0.98, countA: 41_203,
            countB: 2_190, change: -0.30, interval: -0.34 ... -0.26),
        Effect(
            .timeToFirstToken(quantile: 0.95), source: .observational, scale: .relative, a: 0.31, b: 0.30,
            countA: 12_000,
            countB: 40, change: -0.03, interval: -0.5 ... .infinity),
        Effect(
            .cost, source: .observational, scale: .relative, a: 0.0041, b: 0.0011, countA: 41_203, countB: 2_190,
            change: -0.73, interval: -0.74 ... -0.72),
    ]

    static let runs: RunComparison = {
        let items = [
            item(
                "g-0007", "My order 5531 has not arrived. Where is it?", ["orders", "de"],
                "Your order 5531 left our warehouse on Monday and arrives on Thursday.",
                "Orders arrive within a week.", 0.93, 0.31),
            item(
                "g-0012", "How do I reset the router?", ["reset"],
                "Hold the button for ten seconds. A reset removes all settings.", "Hold the button for ten seconds.",
                0.95,
                0.62),
            item(
                "g-0003", "Red light on the satellite?", ["lights"],
                "Red means no connection to the router.", "Red means that there is no connection to the router.", 0.9,
                0.9),
            item(
                "g-0004", "Which menu holds the guest network?", ["menus"],
                "Look under settings.", "Settings > Wi-Fi > Guest network", 0.4, 1.0),
        ]
        let runs = [6, 7].map(run)
        return RunComparison(
            baseline: runs[0], candidate: runs[1],
            scorers: [
                ScorerComparison(
                    scorer: .rougeL, count: 200, baseline: 0.931, candidate: 0.902, change: -0.029,
                    interval: -0.048 ... -0.010, p: 0.004, margin: 0.03, verdict: .undecided, itemsNeeded: 430)
            ], leading: .rougeL, items: items, unpaired: 0, verdict: .undecided)
    }()

    static func run(_ version: Int) -> EvaluationRun {
        EvaluationRun(
            id: EvaluationRunID(rawValue: Int64(version)),
            plan: EvaluationPlan(
                prompt: EvaluatedPrompt(name: "support-answer", version: version),
                goldenSet: GoldenSetReference(name: "support-200", digest: ContentDigest(of: [1]), count: 4)),
            state: .finished, author: "os:mk", created: Timestamp(nanoseconds: 1_764_000_000_000_000_000))
    }

    static func item(
        _ id: String, _ question: String, _ tags: [String], _ old: String, _ new: String, _ a: Double, _ b: Double
    ) -> ItemComparison {
        let json: JSON = [
            "id": .string(id), "input": .string(question), "expected": .string(old),
            "tags": .array(tags.map(JSON.string)),
        ]
        guard let golden = try? GoldenItem(json) else { fatalError("the item is well formed") }
        func result(_ text: String, _ score: Double) -> EvaluationResult {
            EvaluationResult(
                item: golden,
                outcome: .answered(
                    EvaluationAnswer(
                        text: text, model: "gpt-4o", cost: Money(usd: 0.0041), duration: .milliseconds(900))),
                verdicts: [.rougeL: .value(score), .exact: .value(score > 0.95 ? 1 : 0)])
        }
        return ItemComparison(
            item: golden, baseline: result(old, a), candidate: result(new, b), change: b - a,
            standing: b < a ? .loss : b > a ? .win : .tie)
    }
}
