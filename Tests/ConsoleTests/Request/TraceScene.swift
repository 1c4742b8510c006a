import Domain

/// Traces that the tests look at.
enum TraceScene {
    static func source(_ trace: FakeTrace) -> FakeSource {
        var source = Scene.calm
        source.traces[trace.outline.traceID] = trace
        return source
    }

    /// A question answered with three documents.
    static let retrieval: FakeTrace = {
        var trace = FakeTrace()
        trace.add(trace.row(1, below: nil, "POST /chat", nil, 0, 1_460))
        trace.add(trace.row(2, below: 1, "answer question", .invokeAgent, 12, 1_430))
        var embedding = trace.row(3, below: 2, "embeddings", .embeddings, 20, 48)
        embedding.call.requestModel = "text-embedding-3-small"
        embedding.call.usage = TokenUsage(input: 14, output: nil)
        embedding.cost = Money(usd: 0.0000003)
        trace.add(embedding)
        var found = SpanContents()
        found.documents = [
            RetrievedDocument(
                id: "kb/returns#3", score: 0.91,
                content:
                    "Parcels that have not moved for five working days count as lost. The sender pays for a new one."),
            RetrievedDocument(id: "kb/customs#1", score: 0.88, content: "Customs keeps parcels for up to ten days."),
            RetrievedDocument(id: "kb/old#9", score: nil, content: nil),
        ]
        var search = trace.row(4, below: 2, "search kb", .retrieval, 70, 120)
        search.call.toolName = "kb@12"
        trace.add(search, contents: found)
        trace.add(trace.row(5, below: 4, "SELECT", nil, 72, 60))
        trace.add(trace.row(6, below: 4, "SELECT", nil, 140, 40))
        trace.add(answer(trace), contents: said, attributes: attributes)
        trace.add(trace.row(8, below: 2, "pii filter", .guardrail, 1_402, 30))
        return trace
    }()

    private static func answer(_ trace: FakeTrace) -> RequestRow {
        var row = trace.row(7, below: 2, "chat gpt-4o", .chat, 200, 1_200)
        row.call.provider = "openai"
        row.call.requestModel = "gpt-4o"
        row.call.responseModel = "gpt-4o-2026-11-06"
        row.call.usage = TokenUsage(input: 1_204, output: 181, cacheRead: 980, reasoning: 64)
        row.call.timeToFirstToken = .milliseconds(310)
        row.call.finishReasons = ["stop"]
        row.call.context.session = "c-2291"
        row.call.context.user = "user-17"
        row.call.context.release = "support-answer@r42"
        row.call.context.promptName = "support-answer"
        row.call.context.promptVersion = "7"
        row.cost = Money(usd: 0.0041)
        row.costSource = .computed
        var faithful = Score(name: "faithfulness", time: row.end, service: "judge", environment: "prod")
        faithful.value = 0.42
        faithful.label = "unsupported"
        faithful.source = "llm"
        faithful.explanation = "The answer says that the sender pays the customs duty; no document says so."
        var broken = Score(name: "relevance", time: row.end, service: "judge", environment: "prod")
        broken.source = "llm"
        broken.errorType = "InvalidJSON"
        row.scores = [faithful, broken]
        return row
    }

    private static let said: SpanContents = {
        var contents = SpanContents()
        contents.input = [
            Message(
                role: "system",
                parts: [
                    .text(
                        "You are a helpful support agent. Answer the user's question based only on the following context:\n\n"
                            + (1...30).map { "\($0). Rule number \($0) of the house, which nobody reads twice." }
                            .joined(separator: "\n"))
                ]),
            Message(
                role: "user",
                parts: [
                    .text("Where is my parcel? My address is [REDACTED:email] and 荷物はまだ届いていません。"),
                    .media(modality: "image", mimeType: "image/png", uri: "https://example.com/label.png"),
                ]),
        ]
        contents.output = [
            Message(
                role: "assistant",
                parts: [
                    .reasoning("The parcel is at customs. Document kb/customs#1 says up to ten days."),
                    .text(
                        "Your parcel is at customs, where parcels stay for up to ten days. If it does not move for five working days after that, it counts as lost and the sender pays for a new one."
                    ),
                ], finishReason: "stop")
        ]
        return contents
    }()

    private static let attributes: [(String, JSON)] = [
        ("gen_ai.operation.name", "chat"), ("gen_ai.request.model", "gpt-4o"), ("gen_ai.usage.input_tokens", 1204),
        ("gen_ai.request.temperature", .number(0.7)), ("app.tags", ["beta", "eu"]),
        (
            "gen_ai.input.messages",
            "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Where is my parcel?\"}]}]"
        ),
    ]
}

extension TraceScene {
    /// An agent that asks two tools, of which one fails, and gives up.
    static let agent: FakeTrace = {
        var trace = FakeTrace(2)
        var root = trace.row(1, below: nil, "invoke_agent planner", .invokeAgent, 0, 8_400)
        root.call.agentName = "planner"
        root.call.isError = true
        trace.add(root)
        var first = call(trace, 2, 40, 1_900)
        first.cost = Money(usd: 0.0031)
        var plan = SpanContents()
        plan.input = [
            Message(role: "system", parts: [.text("You plan trips.")]),
            Message(role: "user", parts: [.text("A trip to Lisbon in May, at most 900 euros.")]),
        ]
        plan.output = [
            Message(
                role: "assistant",
                parts: [
                    .toolCall(
                        id: "call_1", name: "search_flights",
                        arguments: ["to": "LIS", "month": 5, "limits": ["price": 900, "currency": "EUR"]]),
                    .toolCall(id: "call_2", name: "weather", arguments: ["city": "Lisbon"]),
                ], finishReason: "tool_calls")
        ]
        trace.add(first, contents: plan)
        var failing = trace.row(3, below: 1, "execute_tool search_flights", .executeTool, 1_960, 5_000)
        failing.call.toolName = "search_flights"
        failing.call.isError = true
        failing.call.errorType = "TimeoutError"
        var tool = SpanContents()
        tool.tool = ToolUse(
            name: "search_flights", callID: "call_1", arguments: ["to": "LIS", "month": 5, "limits": ["price": 900]],
            result: nil)
        trace.add(
            failing, contents: tool,
            exception: [
                ("exception.type", "TimeoutError"),
                (
                    "exception.stacktrace",
                    "Traceback (most recent call last):\n  File \"flights.py\", line 88, in search\n    answer = client.get(url, timeout=5)\nTimeoutError: no answer from flights.example within 5 s"
                ),
            ], status: "no answer from flights.example within 5 s")
        var weather = trace.row(4, below: 1, "execute_tool weather", .executeTool, 1_980, 300)
        weather.call.toolName = "weather"
        var sun = SpanContents()
        sun.tool = ToolUse(
            name: "weather", callID: "call_2", arguments: ["city": "Lisbon"],
            result: "{\"days\":[{\"high\":24,\"sky\":\"sunny\"},{\"high\":22,\"sky\":\"cloudy\"}]}")
        trace.add(weather, contents: sun)
        var last = call(trace, 5, 7_000, 1_380)
        last.call.finishReasons = ["length"]
        var sorry = SpanContents()
        sorry.output = [
            Message(role: "assistant", parts: [.text("I am sorry, I could not find fl")], finishReason: "length")
        ]
        trace.add(last, contents: sorry)
        return trace
    }()

    private static func call(_ trace: FakeTrace, _ number: UInt64, _ from: Int64, _ length: Int64) -> RequestRow {
        var row = trace.row(number, below: 1, "chat", .chat, from, length)
        row.call.responseModel = "claude-sonnet-4"
        row.call.usage = TokenUsage(input: 2_310, output: 96)
        row.call.context.session = "c-2291"
        return row
    }

    /// Ten thousand steps: agents that embed, and a few that fail.
    static let large: FakeTrace = {
        var trace = FakeTrace(3)
        var steps = [TraceStep(trace.row(1, below: nil, "index", .invokeWorkflow, 0, 90_000))]
        for agent in 0..<50 as Range<UInt64> {
            let begin = Int64(agent) * 1_700
            var row = trace.row(100 + agent * 300, below: 1, "worker \(agent)", .invokeAgent, begin, 1_650)
            row.call.agentName = "worker \(agent)"
            steps.append(TraceStep(row))
            for number in 0..<199 as Range<UInt64> {
                var row = trace.row(
                    101 + agent * 300 + number, below: 100 + agent * 300, "embeddings",
                    number == 7 ? nil : .embeddings, begin + Int64(number) * 8, 6)
                row.call.requestModel = "text-embedding-3-small"
                row.call.usage = TokenUsage(input: 300, output: nil)
                row.call.isError = agent == 12 && number == 100
                steps.append(TraceStep(row))
            }
        }
        trace.outline.steps = steps
        return trace
    }()

    /// Every text is an attack, and no parent is what it says.
    static let hostile: FakeTrace = {
        var trace = FakeTrace(4)
        for (index, text) in Scene.hostileTexts.enumerated() {
            let number = UInt64(index + 1)
            // Circles, itself, and parents that are not there.
            let parent: UInt64? = [2: 3, 3: 2, 4: 4, 5: 999][number] ?? (number > 6 ? 6 : nil)
            var row = trace.row(
                number, below: parent, text,
                index == 5 ? nil : Domain.Operation(rawValue: index % 2 == 0 ? "chat" : text),
                Int64(index) * 40, index == 2 ? -500 : 300)
            row.call.responseModel = text
            row.call.isError = index == 0
            row.call.errorType = text
            row.call.context.session = text
            row.call.finishReasons = [text]
            var score = Score(name: text, time: row.end, service: text, environment: text)
            (score.label, score.explanation, score.source) = (text, text, text)
            row.scores = [score]
            var contents = SpanContents()
            contents.input = [
                Message(role: text, parts: [.text(text), .reasoning(text)]),
                Message(role: "tool", parts: [.toolResult(id: text, result: .object([.init(text, .string(text))]))]),
            ]
            contents.output = [
                Message(role: "assistant", parts: [.media(modality: text, mimeType: text, uri: text)]),
                Message(role: "assistant", parts: [.other(type: text, content: .string(text))], finishReason: text),
            ]
            contents.documents = [RetrievedDocument(id: text, score: .infinity, content: text)]
            trace.add(
                row, contents: contents,
                attributes: [(text, .string(text)), (text, .object([.init(text, .string(text))]))],
                exception: [("exception.message", .string(text)), ("exception.stacktrace", .string(text))], status: text
            )
        }
        return trace
    }()

    /// Seventeen turns, of which the third is the question answered with documents.
    static let turns: [SessionTurn] = (0..<17).map { number in
        let start = FakeTrace.start.advanced(by: .minutes(Int64(number - 2) * 3))
        var turn = SessionTurn(
            traceID: FakeTrace.id(number == 2 ? 1 : UInt64(100 + number)), spanID: FakeTrace.span(7), start: start,
            end: start.advanced(by: .milliseconds(1_200 + Int64(number) * 90)))
        turn.calls = 1 + number % 3
        turn.errors = number == 11 ? 1 : 0
        turn.model = "gpt-4o-2026-11-06"
        turn.inputTokens = Int64(1_000 + 200 * number)
        turn.outputTokens = 180
        turn.cost = number == 5 ? nil : Money(usd: 0.004 + 0.0003 * Double(number))
        return turn
    }

    static let conversation: FakeSource = {
        var source = TraceScene.source(retrieval)
        source.sessions["c-2291"] = turns
        return source
    }()
}
