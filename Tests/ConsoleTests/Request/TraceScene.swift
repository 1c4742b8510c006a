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
