import Domain

extension Scene {
    static let supportSix = Prompt(
        name: "support-answer",
        messages: [
            PromptMessage(
                role: "system",
                text: """
                    You are a helpful support agent. Answer the user's question based only on the following context:
                    Context: {{context}}
                    Question: {{question}}
                    Answer:
                    """)
        ], model: "gpt-4o", parameters: ["temperature": .number(0.7), "max_tokens": 512], retrievalIndex: "kb@12")
    static let supportSeven = Prompt(
        name: "support-answer",
        messages: [
            PromptMessage(
                role: "system",
                text: """
                    As a concise and expert support agent, use the provided context to give a direct answer.
                    Context: {{context}}
                    Question: {{question}}
                    Short Answer:
                    """)
        ], model: "gpt-4o-mini", parameters: ["temperature": .number(0.2), "max_tokens": 256], retrievalIndex: "kb@13")

    static func digest(_ text: String) -> ContentDigest { ContentDigest(of: Array(text.utf8)) }

    static func version(
        _ name: String, _ number: Int, by author: String, _ message: String, _ minutesAgo: Int64,
        model: String? = "gpt-4o"
    ) -> PromptVersionSummary {
        PromptVersionSummary(
            number: number, digest: digest("\(name)@\(number)"), author: author, message: message,
            commit: number > 5 ? "1f2e3d4c5b6a" : nil, created: ago(minutesAgo), model: model)
    }

    /// Version 7 is in a canary and was approved by somebody; it answers worse and is cheaper.
    static let reviewed: FakeSource = {
        var source = Scene.source(
            [6: 12_060.0, 7: 660].map { number, rate in
                var labels = labels("support-answer@r\(number + 35)", model: number == 6 ? "gpt-4o" : "gpt-4o-mini")
                labels[.prompt] = "support-answer@\(number)"
                return series(
                    labels, perMinute: rate, p95: number == 6 ? 1.41 : 0.98, price: number == 6 ? 0.0041 : 0.0011)
            }.sorted { ($0.labels[.prompt] ?? "") < ($1.labels[.prompt] ?? "") })
        let versions = [
            version("support-answer", 5, by: "os:mk", "names menus as they are written", 60_000),
            version("support-answer", 6, by: "os:mk", "only from the context", 31_000),
            version("support-answer", 7, by: "os:an", "shorter answers, smaller model", 5_000, model: "gpt-4o-mini"),
        ]
        source.registry.histories = [
            PromptHistory(
                name: "summarise-ticket", versions: [version("summarise-ticket", 3, by: "os:an", "", 9_000)], moves: [],
                reviews: []),
            PromptHistory(
                name: "support-answer", versions: versions,
                moves: [
                    PromptLabelMove(
                        label: "production", former: 5, version: 6, principal: "os:mk", reason: "better on orders",
                        time: ago(30_000)),
                    PromptLabelMove(
                        label: "canary", former: nil, version: 7, principal: "os:an", reason: "try it on five per cent",
                        time: ago(4_000)),
                ],
                reviews: [
                    PromptReview(
                        version: 7, digest: versions[2].digest, verdict: .approve, comment: "reads well",
                        principal: "os:mk",
                        time: ago(4_500))
                ]),
        ]
        source.registry.versions = [
            PromptVersion(versions[0], prompt: supportSix), PromptVersion(versions[1], prompt: supportSix),
            PromptVersion(versions[2], prompt: supportSeven),
        ]
        source.registry.runs = [(6, 0.93), (7, 0.70)].map { goldenRun(version: $0, level: $1) }
        source.registry.traffic = [
            EvaluatedPrompt(name: "support-answer", version: 6): traffic(41_203, 1.41, 0.0041),
            EvaluatedPrompt(name: "support-answer", version: 7): traffic(2_190, 0.98, 0.0011),
        ]
        var head: AuditHead?
        let done: [(String, String, String, String?)] = [
            ("os:mk", "prompt.push", "support-answer@6", nil),
            ("os:mk", "prompt.label", "support-answer@6 production", "better on orders"),
            ("os:an", "prompt.push", "support-answer@7", nil),
            ("os:mk", "prompt.review", "support-answer@7", "reads well"),
            ("os:an", "prompt.label", "support-answer@7 canary", "try it on five per cent"),
        ]
        for (index, entry) in done.enumerated() {
            let record = AuditRecord(
                sequence: Int64(index + 1), time: ago(Int64(300 - index * 40)), monotonic: Int64(index),
                actor: Caller(kind: .user, principal: entry.0, userID: 1000, processID: 4711, terminal: "pts/3"),
                action: entry.1, object: entry.2, before: nil, after: digest(entry.2), reason: entry.3)
            let link = AuditEntry(record, behind: head)
            head = AuditHead(link)
            source.registry.entries.append(link)
        }
        return source
    }()

    /// Names, texts and answers that attack.
    static let hostilePrompts: FakeSource = {
        var source = Scene.source([stable])
        for (index, text) in hostileTexts.enumerated() {
            let versions = [1, 2].map { version(text, $0, by: text, text, Int64($0)) }
            source.registry.histories.append(
                PromptHistory(
                    name: text, versions: versions,
                    moves: [
                        PromptLabelMove(
                            label: text, former: nil, version: 2, principal: text, reason: text, time: ago(1))
                    ],
                    reviews: [
                        PromptReview(
                            version: 2, digest: versions[1].digest, verdict: .requestChanges, comment: text,
                            principal: text,
                            time: ago(1))
                    ]))
            for version in versions {
                let other = hostileTexts[(index + version.number) % hostileTexts.count]
                source.registry.versions.append(
                    PromptVersion(
                        version,
                        prompt: Prompt(
                            name: text, messages: [PromptMessage(role: other, text: text + "{{\(other)}}\n" + other)],
                            model: other, parameters: [text: .string(other)], notes: other)))
            }
        }
        return source
    }()

    static func goldenRun(version: Int, level: Double) -> (run: EvaluationRun, results: [EvaluationResult]) {
        let answers = [
            "Your order left our warehouse on Monday and arrives on Thursday.", "Hold the button for ten seconds.",
            "Red means no connection to the router.", "Settings > Wi-Fi > Guest network",
        ]
        let results = (0..<40).compactMap { index -> EvaluationResult? in
            let json: JSON = [
                "id": .string("g-\(index)"), "input": .string("Question \(index): where is my order?"),
                "expected": .string(answers[index % 4]),
                "tags": .array([.string(index % 3 == 0 ? "orders" : "devices")]),
            ]
            guard let item = try? GoldenItem(json) else { return nil }
            let score = min(1, level + Double((index * 7) % 11) / 40 - 0.1)
            let text =
                version == 6
                ? answers[index % 4] : answers[index % 4].split(separator: " ").prefix(4).joined(separator: " ")
            return EvaluationResult(
                item: item,
                outcome: .answered(
                    EvaluationAnswer(
                        text: text, model: version == 6 ? "gpt-4o" : "gpt-4o-mini",
                        cost: Money(usd: version == 6 ? 0.0041 : 0.0011),
                        duration: .milliseconds(version == 6 ? 1_400 : 900))),
                verdicts: [.rougeL: .value(score)])
        }
        let set = GoldenSetReference(name: "support-40", digest: digest("golden"), count: 40)
        let run = EvaluationRun(
            id: EvaluationRunID(rawValue: Int64(version)),
            plan: EvaluationPlan(
                prompt: EvaluatedPrompt(name: "support-answer", version: version), goldenSet: set,
                model: version == 6 ? "gpt-4o" : "gpt-4o-mini", endpoint: "local", limit: Money(usd: 1)),
            state: .finished, author: "os:an", created: ago(Int64(100 - version)), answered: 40,
            cost: Money(usd: 0.164),
            scores: [ScorerSummary(scorer: .rougeL, mean: level, count: 40, errors: 0)])
        return (run, results)
    }

    private static func traffic(_ calls: Int64, _ p95: Double, _ cost: Double) -> VersionTraffic {
        var traffic = VersionTraffic()
        traffic.calls = calls
        traffic.errors = calls / 250
        traffic.durations = NumberCounts((1...40).map { (p95 * Double($0) / 38, calls / 40) })
        traffic.costs = NumberCounts((1...20).map { (cost * (0.5 + Double($0) / 20), calls / 20) })
        return traffic
    }
}
