import Domain

extension ClientSpan {
    /// Clients of platforms for watching LLM applications.
    static let platforms: [ClientSpan] = [
        ClientSpan(
            client: "Langfuse, OpenAI wrapper",
            attributes: [
                ("langfuse.observation.type", "generation"), ("langfuse.observation.model.name", "gpt-4o-x"),
                ("session.id", "s-1"), ("user.id", "u-1"), ("langfuse.environment", "prod"),
                (
                    "langfuse.observation.usage_details",
                    """
                    {"prompt_tokens":12,"completion_tokens":3,"total_tokens":15,"prompt_tokens_details":{"cached_tokens":8},
                    "completion_tokens_details":{"reasoning_tokens":1}}
                    """
                ),
                ("langfuse.observation.cost_details", #"{"total":0.25}"#),
                ("langfuse.observation.completion_start_time", #""1970-01-01T00:00:01.250000Z""#),
                ("langfuse.observation.input", #"{"messages":[{"role":"user","content":"Hi"}],"tools":[]}"#),
                ("langfuse.observation.output", #"{"role":"assistant","content":"Hello"}"#),
            ],
            expected: Reading(
                dialect: .langfuse, operation: .chat, model: "gpt-4o-x",
                usage: TokenUsage(input: 12, output: 3, cacheRead: 8, reasoning: 1), session: "s-1", input: "Hi",
                output: "Hello", firstToken: 250, cost: 250_000_000)),
        ClientSpan(
            client: "Langfuse, by hand and failed",
            attributes: [
                ("langfuse.observation.type", "generation"), ("langfuse.observation.model.name", "gpt-4o"),
                ("langfuse.observation.usage_details", #"{"input":12,"output":0,"input_cached_tokens":8}"#),
                ("langfuse.observation.level", "ERROR"), ("langfuse.observation.status_message", "429"),
                ("langfuse.observation.input", #""Hi""#),
            ],
            expected: Reading(
                dialect: .langfuse, operation: .chat, model: "gpt-4o",
                usage: TokenUsage(input: 12, output: 0, cacheRead: 8), input: "Hi", isError: true)),
        ClientSpan(
            client: "MLflow",
            attributes: [
                ("mlflow.spanType", #""CHAT_MODEL""#), ("mlflow.traceRequestId", #""tr-1""#),
                ("mlflow.llm.model", #""gpt-4o""#), ("mlflow.trace.session", #""s-1""#),
                (
                    "mlflow.chat.tokenUsage",
                    #"{"input_tokens":12,"output_tokens":3,"total_tokens":15,"cache_read_input_tokens":8}"#
                ),
                ("mlflow.spanInputs", #"{"model":"gpt-4o","messages":[{"role":"user","content":"Hi"}]}"#),
                (
                    "mlflow.spanOutputs",
                    #"{"id":"r","model":"gpt-4o-x","choices":[{"index":0,"message":{"role":"assistant","content":"Hello"}}]}"#
                ),
            ],
            expected: Reading(
                dialect: .mlflow, operation: .chat, model: "gpt-4o-x",
                usage: TokenUsage(input: 12, output: 3, cacheRead: 8), session: "s-1", input: "Hi", output: "Hello")),
        ClientSpan(
            client: "OpenLIT, streamed",
            attributes: [
                ("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "openai"),
                ("gen_ai.request.model", "gpt-4o"), ("gen_ai.response.model", "gpt-4o-x"),
                ("gen_ai.request.stream", true), ("gen_ai.server.time_to_first_token", .number(0.25)),
                ("gen_ai.usage.input_tokens", 12), ("gen_ai.usage.output_tokens", 3),
                ("gen_ai.usage.cache_read.input_tokens", 8), ("gen_ai.usage.reasoning_tokens", 1),
                ("gen_ai.usage.cost", 0),
                ("gen_ai.input.messages", #"[{"role":"user","parts":[{"type":"text","content":"Hi"}]}]"#),
                (
                    "gen_ai.output.messages",
                    #"[{"role":"assistant","parts":[{"type":"text","content":"Hello"}],"finish_reason":"stop"}]"#
                ),
            ],
            expected: Reading(
                dialect: .openTelemetry, operation: .chat, model: "gpt-4o-x",
                usage: TokenUsage(input: 12, output: 3, cacheRead: 8, reasoning: 1), input: "Hi", output: "Hello",
                firstToken: 250)),
        ClientSpan(
            client: "OpenLIT, not streamed: the whole answer is no first token",
            attributes: [
                ("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "openai"),
                ("gen_ai.request.model", "gpt-4o"), ("gen_ai.request.stream", false),
                ("gen_ai.server.time_to_first_token", .number(1.5)),
                ("gen_ai.usage.prompt_tokens_details.cached_tokens", 8), ("gen_ai.usage.input_tokens", 12),
                ("gen_ai.usage.output_tokens", 3), ("gen_ai.usage.completion_tokens_details.reasoning_tokens", 1),
            ],
            events: [
                .init(name: "gen_ai.content.prompt", attributes: [("gen_ai.prompt", "user: Hi")]),
                .init(name: "gen_ai.content.completion", attributes: [("gen_ai.completion", "Hello")]),
            ],
            expected: Reading(
                dialect: .openTelemetry, operation: .chat, model: "gpt-4o",
                usage: TokenUsage(input: 12, output: 3, cacheRead: 8, reasoning: 1), input: "user: Hi",
                output: "Hello")),
        ClientSpan(
            client: "LangSmith",
            attributes: [
                ("langsmith.span.kind", "llm"), ("gen_ai.operation.name", "chat"), ("gen_ai.system", "openai"),
                ("gen_ai.request.model", "gpt-4o"), ("gen_ai.usage.input_tokens", 12),
                ("gen_ai.usage.output_tokens", 3), ("gen_ai.usage.total_tokens", 15),
                ("langsmith.trace.session_name", "project"), ("langsmith.metadata.thread_id", "s-1"),
                ("gen_ai.prompt", #"{"messages":[{"role":"user","content":"Hi"}]}"#),
                (
                    "gen_ai.completion",
                    #"{"choices":[{"message":{"role":"assistant","content":"Hello"},"finish_reason":"stop"}]}"#
                ),
            ],
            expected: Reading(
                dialect: .langSmith, operation: .chat, model: "gpt-4o", usage: TokenUsage(input: 12, output: 3),
                session: "s-1", input: "Hi", output: "Hello")),
    ]
}
