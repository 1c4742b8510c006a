import Domain

extension Scene {
    /// The `number`-th of several calls before `now`, `apart` from one another, the latest first.
    static func call(
        _ number: Int, apart: Nanoseconds = .milliseconds(2300), service: String = "support-bot",
        bend: (inout RequestRow) -> Void = { _ in }
    ) -> RequestRow {
        var random = SplitMix(state: UInt64(truncatingIfNeeded: number) &* 7919)
        let end = now.advanced(by: -Nanoseconds(apart.count * Int64(number) + 300_000_000))
        let isSlow = number % 17 == 5
        let seconds = isSlow ? Double.random(in: 6...24, using: &random) : Double.random(in: 0.3...2.4, using: &random)
        let start = end.advanced(by: -Nanoseconds(Int64(seconds * 1e9)))
        guard let span = SpanID(random.next() | 1) else { preconditionFailure("an odd number is not zero") }
        let trace = TraceID(high: 0x4F1C_9A00_0000_0000 &+ UInt64(truncatingIfNeeded: number), low: random.next())
        var row = RequestRow(traceID: trace, spanID: span, start: start, end: end)
        row.duration = end.since(start)
        row.call.service = service
        row.call.environment = "prod"
        row.call.operation = .chat
        row.call.requestModel = "gpt-4o"
        row.call.responseModel = number % 6 == 0 ? "gpt-4o-mini" : "gpt-4o-2026-11-06"
        row.call.context.release = number % 9 == 0 ? "support-answer@r42" : "support-answer@r41"
        row.call.context.promptName = "support-answer"
        row.call.context.promptVersion = number % 9 == 0 ? "7" : "6"
        row.call.context.user = "user-\(random.next() % 400)"
        row.call.context.session = "s-\(random.next() % 9000)"
        row.call.usage = TokenUsage(
            input: Int64.random(in: 600...2400, using: &random), output: Int64.random(in: 20...400, using: &random))
        row.call.timeToFirstToken = Nanoseconds(Int64(min(seconds, 0.4) * 8e8))
        row.call.finishReasons = ["stop"]
        row.cost = Money(usd: Double.random(in: 0.001...0.02, using: &random))
        if number % 11 == 3 {
            row.call.isError = true
            row.call.errorType = ["rate_limit_exceeded", "timeout", "openai.APIConnectionError"][number / 11 % 3]
            row.call.finishReasons = []
            row.call.usage = TokenUsage()
            row.call.timeToFirstToken = nil
            row.cost = nil
        } else if number % 13 == 4 {
            row.call.finishReasons = ["length"]
        }
        if number % 5 == 0 {
            var score = Score(name: "faithfulness", time: end, service: service, environment: "prod")
            score.value = Double.random(in: 0.4...1, using: &random)
            row.scores = [score]
        }
        row.isCounted = true
        bend(&row)
        return row
    }

    /// A source with these calls beside the numbers of `source`.
    static func source(_ source: FakeSource = calm, calls: [RequestRow]) -> FakeSource {
        var source = source
        source.calls = calls
        source.words = words
        return source
    }

    /// A thousand calls in the last fifteen minutes, and more before.
    static let traffic = source(errors, calls: (0..<1000).map { call($0) })
    /// Calls of several services that say little about themselves.
    static let sparse = source(
        calls: (0..<40).map { number in
            call(number, apart: .minutes(47), service: ["api", "batch-indexer", "support-bot"][number % 3]) {
                $0.call.context = CallContext()
                $0.call.timeToFirstToken = nil
                $0.cost = nil
                if number % 4 == 0 { ($0.duration, $0.call.responseModel, $0.call.requestModel) = (nil, nil, nil) }
            }
        })
    /// Calls whose every text is an attack.
    static let hostileCalls = source(
        hostile,
        calls: hostileTexts.enumerated().map { number, text in
            call(number) {
                $0.call.service = text
                $0.call.responseModel = text
                $0.call.context.release = text
                $0.call.context.user = text
                $0.call.finishReasons = [text]
                $0.call.errorType = number % 2 == 0 ? text : nil
                $0.call.isError = number % 2 == 0
                $0.duration = Nanoseconds(number % 3 == 0 ? .max : .min)
                $0.cost = Money(nanodollars: .max)
            }
        })
}

extension Scene {
    /// What a store says that it holds.
    static let words = FilterVocabulary(
        values: [
            .environment: ["prod", "staging"], .service: ["support-bot", "batch indexer"], .operation: ["chat"],
            .model: ["gpt-4o-2026-11-06", "gpt-4o-mini", "claude-sonnet-4-5"],
            .release: ["support-answer@r41", "support-answer@r42", "summarise@r7"],
            .prompt: ["support-answer@6", "support-answer@7"], .user: (1...90).map { "user-\($0)" },
            .error: ["rate_limit_exceeded", "timeout", "say \"no\", twice"],
        ], scores: ["faithfulness", "relevance"])
}
