import Domain

extension ClientSpan {
    /// Frameworks that write spans of their own.
    static let frameworks: [ClientSpan] = [
        ClientSpan(
            client: "Vercel AI SDK, inner span",
            attributes: [
                ("ai.operationId", "ai.streamText.doStream"), ("operation.name", "ai.streamText.doStream answer"),
                ("ai.model.id", "gpt-4o"), ("ai.model.provider", "openai.chat"),
                (
                    "ai.prompt.messages",
                    #"[{"role":"system","content":"Be brief."},{"role":"user","content":[{"type":"text","text":"Hi"}]}]"#
                ),
                ("ai.response.text", "Hello"), ("ai.response.finishReason", "stop"), ("ai.response.model", "gpt-4o-x"),
                ("ai.response.id", "r-1"), ("ai.response.msToFirstChunk", .number(250.5)),
                ("ai.usage.inputTokens", 12), ("ai.usage.outputTokens", 3), ("ai.usage.totalTokens", 15),
                ("ai.usage.cachedInputTokens", 8), ("ai.usage.reasoningTokens", 1),
                ("ai.telemetry.metadata.sessionId", "s-1"),
            ],
            expected: Reading(
                dialect: .vercel, operation: .chat, model: "gpt-4o-x",
                usage: TokenUsage(input: 12, output: 3, cacheRead: 8, reasoning: 1), session: "s-1", input: "Hi",
                output: "Hello", firstToken: 250)),
        ClientSpan(
            client: "Vercel AI SDK, first versions",
            attributes: [
                ("ai.operationId", "ai.generateText.doGenerate"), ("gen_ai.system", "openai.chat"),
                ("gen_ai.request.model", "gpt-4o"), ("gen_ai.usage.input_tokens", 12),
                ("gen_ai.usage.output_tokens", 3), ("ai.usage.promptTokens", 12), ("ai.usage.completionTokens", 3),
                ("ai.prompt.messages", #"[{"role":"user","content":"Hi"}]"#), ("ai.response.text", "Hello"),
            ],
            expected: Reading(
                dialect: .vercel, operation: .chat, model: "gpt-4o", usage: TokenUsage(input: 12, output: 3),
                input: "Hi", output: "Hello")),
        ClientSpan(
            client: "Vercel AI SDK, the step around",
            attributes: [
                ("ai.operationId", "ai.generateText"), ("ai.model.id", "gpt-4o"), ("ai.usage.inputTokens", 12),
                ("ai.prompt", #"{"system":"Be brief.","messages":[{"role":"user","content":"Hi"}]}"#),
                ("ai.response.text", "Hello"),
            ],
            expected: Reading(
                dialect: .vercel, operation: .task, model: "gpt-4o", usage: TokenUsage(input: 12, output: nil),
                input: "Hi", output: "Hello")),
        ClientSpan(
            client: "Logfire, OpenAI",
            attributes: [
                ("logfire.span_type", "span"), ("gen_ai.operation.name", "chat"), ("gen_ai.system", "openai"),
                ("gen_ai.request.model", "gpt-4o"), ("gen_ai.response.model", "gpt-4o-x"),
                ("gen_ai.usage.input_tokens", 12), ("gen_ai.usage.output_tokens", 3),
                ("operation.cost", .number(0.25)),
                ("request_data", #"{"messages":[{"role":"user","content":"Hi"}],"model":"gpt-4o"}"#),
                (
                    "response_data",
                    #"{"message":{"content":"Hello","role":"assistant","tool_calls":null},"usage":{"prompt_tokens":12}}"#
                ),
            ],
            expected: Reading(
                dialect: .openTelemetryLegacy, operation: .chat, model: "gpt-4o-x",
                usage: TokenUsage(input: 12, output: 3), input: "Hi", output: "Hello", cost: 250_000_000)),
        ClientSpan(
            client: "Logfire, what a stream answered",
            attributes: [
                ("logfire.span_type", "log"), ("gen_ai.operation.name", "chat"), ("gen_ai.system", "openai"),
                ("gen_ai.request.model", "gpt-4o"), ("gen_ai.usage.input_tokens", 12),
                ("response_data", #"{"message":{"role":"assistant","content":"Hello"},"usage":null}"#),
            ],
            expected: Reading(
                dialect: .openTelemetryLegacy, operation: nil, model: "gpt-4o",
                usage: TokenUsage(input: 12, output: nil), output: "Hello")),
        ClientSpan(
            client: "Logfire, responses API",
            attributes: [
                ("logfire.span_type", "span"), ("gen_ai.operation.name", "chat"), ("gen_ai.system", "openai"),
                ("gen_ai.request.model", "gpt-4o"), ("request_data", #"{"model":"gpt-4o","stream":false}"#),
                (
                    "events",
                    """
                    [{"event.name":"gen_ai.system.message","content":"Be brief.","role":"system"},
                    {"event.name":"gen_ai.user.message","content":"Hi","role":"user"},
                    {"event.name":"gen_ai.assistant.message","content":"Hello","role":"assistant"}]
                    """
                ),
            ],
            expected: Reading(
                dialect: .openTelemetryLegacy, operation: .chat, model: "gpt-4o", input: "Hi", output: "Hello")),
        ClientSpan(
            client: "Semantic Kernel",
            attributes: [
                ("gen_ai.operation.name", "chat.completions"), ("gen_ai.system", "openai"),
                ("gen_ai.request.model", "gpt-4o"), ("gen_ai.response.id", "r-1"),
                ("gen_ai.response.finish_reason", "FinishReason.STOP"), ("gen_ai.usage.input_tokens", 12),
                ("gen_ai.usage.output_tokens", 3),
            ],
            logs: [
                ("gen_ai.user.message", #"{"role": "user", "content": "Hi"}"#, [("gen_ai.system", "openai")]),
                (
                    "gen_ai.choice",
                    #"{"message": {"role": "assistant", "content": "Hello"}, "finish_reason": "stop", "index": 0}"#, []
                ),
            ],
            expected: Reading(
                dialect: .openTelemetryLegacy, operation: .chat, model: "gpt-4o",
                usage: TokenUsage(input: 12, output: 3), input: "Hi", output: "Hello")),
        ClientSpan(
            client: "Pydantic AI, version 1",
            attributes: [
                ("gen_ai.operation.name", "chat"), ("gen_ai.system", "openai"), ("gen_ai.request.model", "gpt-4o"),
                ("gen_ai.response.model", "gpt-4o-x"), ("gen_ai.usage.input_tokens", 12),
                ("gen_ai.usage.output_tokens", 3), ("gen_ai.usage.details.reasoning_tokens", 1),
                ("gen_ai.usage.details.cache_read_tokens", 8),
                (
                    "events",
                    """
                    [{"content":"Hi","role":"user","gen_ai.message.index":0,"event.name":"gen_ai.user.message"},
                    {"index":0,"message":{"role":"assistant","content":"Hello"},"event.name":"gen_ai.choice"}]
                    """
                ),
            ],
            expected: Reading(
                dialect: .openTelemetryLegacy, operation: .chat, model: "gpt-4o-x",
                usage: TokenUsage(input: 12, output: 3, cacheRead: 8, reasoning: 1), input: "Hi", output: "Hello")),
        ClientSpan(
            client: "Strands, default conventions",
            attributes: [
                ("gen_ai.operation.name", "chat"), ("gen_ai.system", "strands-agents"),
                ("gen_ai.request.model", "claude-sonnet-4-5"), ("gen_ai.usage.prompt_tokens", 12),
                ("gen_ai.usage.input_tokens", 12), ("gen_ai.usage.completion_tokens", 3),
                ("gen_ai.usage.output_tokens", 3), ("gen_ai.usage.total_tokens", 15),
                ("gen_ai.usage.cache_read_input_tokens", 5), ("gen_ai.usage.cache_write_input_tokens", 4),
                ("gen_ai.server.time_to_first_token", 250), ("session.id", "s-1"),
            ],
            events: [
                .init(name: "gen_ai.user.message", attributes: [("content", #"[{"text": "Hi"}]"#)]),
                .init(
                    name: "gen_ai.choice",
                    attributes: [("finish_reason", "end_turn"), ("message", #"[{"text": "Hello"}]"#)]),
            ],
            expected: Reading(
                dialect: .openTelemetryLegacy, operation: .chat, model: "claude-sonnet-4-5",
                usage: TokenUsage(input: 12, output: 3, cacheRead: 5, cacheWrite: 4), session: "s-1", input: "Hi",
                output: "Hello", firstToken: 250)),
        ClientSpan(
            client: "Bedrock AgentCore: events moved into a record",
            attributes: [
                ("gen_ai.operation.name", "chat"), ("gen_ai.system", "strands-agents"),
                ("gen_ai.request.model", "amazon.nova-pro-v1:0"), ("session.id", "s-1"),
            ],
            logs: [
                (
                    "strands.telemetry.tracer",
                    [
                        "input": ["messages": [["role": "user", "content": ["content": #"[{"text": "Hi"}]"#]]]],
                        "output": [
                            "messages": [
                                [
                                    "role": "assistant",
                                    "content": ["message": #"[{"text": "Hello"}]"#, "finish_reason": "end_turn"],
                                ]
                            ]
                        ],
                    ], []
                )
            ],
            expected: Reading(
                dialect: .openTelemetryLegacy, operation: .chat, model: "amazon.nova-pro-v1:0", session: "s-1",
                input: "Hi", output: "Hello")),
        ClientSpan(
            client: "Google ADK, call of a model",
            attributes: [
                ("gen_ai.system", "gcp.vertex.agent"), ("gen_ai.request.model", "gemini-2.5-flash"),
                ("gcp.vertex.agent.invocation_id", "e-1"), ("gcp.vertex.agent.session_id", "s-1"),
                (
                    "gcp.vertex.agent.llm_request",
                    #"{"model":"gemini-2.5-flash","config":{},"contents":[{"role":"user","parts":[{"text":"Hi"}]}]}"#
                ),
                (
                    "gcp.vertex.agent.llm_response",
                    #"{"content":{"parts":[{"text":"Hello"}],"role":"model"},"usage_metadata":{"prompt_token_count":12}}"#
                ),
                ("gen_ai.usage.input_tokens", 12), ("gen_ai.usage.output_tokens", 3),
            ],
            expected: Reading(
                dialect: .openTelemetryLegacy, operation: .generateContent, model: "gemini-2.5-flash",
                usage: TokenUsage(input: 12, output: 3), session: "s-1", input: "Hi", output: "Hello")),
        ClientSpan(
            client: "Spring AI: every value is a text",
            attributes: [
                ("gen_ai.operation.name", "chat"), ("gen_ai.system", "openai"), ("gen_ai.request.model", "gpt-4o"),
                ("gen_ai.response.model", "gpt-4o-x"), ("gen_ai.response.finish_reasons", #"["STOP"]"#),
                ("gen_ai.usage.input_tokens", "12"), ("gen_ai.usage.output_tokens", "3"),
                ("gen_ai.usage.total_tokens", "15"), ("spring.ai.chat.client.conversation.id", "s-1"),
                ("gen_ai.prompt", #"["Hi"]"#), ("gen_ai.completion", #"["Hello"]"#),
            ],
            expected: Reading(
                dialect: .openTelemetryLegacy, operation: .chat, model: "gpt-4o-x",
                usage: TokenUsage(input: 12, output: 3), session: "s-1", input: "Hi", output: "Hello")),
        ClientSpan(
            client: "Microsoft.Extensions.AI",
            attributes: [
                ("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "openai"),
                ("gen_ai.request.model", "gpt-4o"), ("gen_ai.response.model", "gpt-4o-x"),
                ("gen_ai.response.finish_reasons", ["stop"]), ("gen_ai.usage.input_tokens", 12),
                ("gen_ai.usage.output_tokens", 3), ("gen_ai.usage.cache_read.input_tokens", 8),
                ("gen_ai.usage.reasoning.output_tokens", 1), ("gen_ai.conversation.id", "s-1"),
                ("gen_ai.input.messages", #"[{"role":"user","parts":[{"type":"text","content":"Hi"}]}]"#),
                (
                    "gen_ai.output.messages",
                    #"[{"role":"assistant","parts":[{"type":"reasoning","content":"?"},{"type":"text","content":"Hello"}]}]"#
                ),
            ],
            expected: Reading(
                dialect: .openTelemetry, operation: .chat, model: "gpt-4o-x",
                usage: TokenUsage(input: 12, output: 3, cacheRead: 8, reasoning: 1), session: "s-1", input: "Hi",
                output: "Hello")),
    ]
}
