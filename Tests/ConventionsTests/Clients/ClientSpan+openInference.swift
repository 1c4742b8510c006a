import Domain

extension ClientSpan {
    /// OpenInference's instrumentations: one way of flattening, differing in what they leave out.
    static let openInference: [ClientSpan] = [
        call(
            "Anthropic", system: "anthropic", model: "claude-sonnet-4-5",
            [
                ("llm.token_count.prompt_details.cache_read", 8), ("llm.token_count.prompt_details.cache_write", 2),
            ], cacheRead: 8, cacheWrite: 2),
        call("Bedrock", system: "anthropic", model: "us.anthropic.claude-sonnet-4-5-20250929-v1:0", []),
        call(
            "Google GenAI", system: "vertexai", model: "gemini-2.5-flash",
            [
                ("llm.token_count.completion_details.reasoning", 1), ("llm.token_count.prompt_details.cache_read", 8),
            ], cacheRead: 8, reasoning: 1),
        call("Groq", system: "groq", model: "llama-3.3-70b-versatile", []),
        call("Mistral", system: "mistralai", model: "mistral-large-latest", []),
        call(
            "LiteLLM", system: "openai", model: "openai/gpt-4o", [("llm.cost.total", .number(0.25))], cost: 250_000_000),
        call(
            "AutoGen", system: "openai", model: "gpt-4o",
            [
                ("llm.token_count.prompt_details.cache_input", 8)
            ], cacheRead: 8),
        ClientSpan(
            client: "OpenInference Vertex AI: contents of parts",
            attributes: [
                ("openinference.span.kind", "LLM"), ("llm.model_name", "gemini-2.0-flash"),
                ("llm.input_messages.0.message.role", "user"),
                ("llm.input_messages.0.message.contents.0.message_content.type", "text"),
                ("llm.input_messages.0.message.contents.0.message_content.text", "Hi"),
                ("llm.output_messages.0.message.role", "model"),
                ("llm.output_messages.0.message.contents.0.message_content.text", "Hello"),
                ("llm.output_messages.0.message.contents.0.message_content.type", "text"),
            ],
            expected: Reading(
                dialect: .openInference, operation: .chat, model: "gemini-2.0-flash", input: "Hi", output: "Hello")),
        ClientSpan(
            client: "OpenInference LlamaIndex: nothing but values",
            attributes: [
                ("openinference.span.kind", "LLM"), ("llm.model_name", "gpt-4o"),
                ("input.value", #"{"messages": ["user: Hi"]}"#), ("input.mime_type", "application/json"),
                ("output.value", "assistant: Hello"),
            ],
            expected: Reading(
                dialect: .openInference, operation: .chat, model: "gpt-4o", input: "user: Hi",
                output: "assistant: Hello")),
        ClientSpan(
            client: "OpenInference, failed",
            attributes: [
                ("openinference.span.kind", "LLM"), ("llm.model_name", "gpt-4o"), ("session.id", "s-1"),
                ("llm.input_messages.0.message.role", "user"), ("llm.input_messages.0.message.content", "Hi"),
            ],
            events: [.init(name: "exception", attributes: [("exception.type", "RateLimitError")])], status: 2,
            expected: Reading(
                dialect: .openInference, operation: .chat, model: "gpt-4o", session: "s-1", input: "Hi", isError: true)),
    ]

    private static func call(
        _ library: String, system: JSON, model: String, _ more: BatchBuilder.Pairs, cacheRead: Int64? = nil,
        cacheWrite: Int64? = nil, reasoning: Int64? = nil, cost: Int64? = nil
    ) -> ClientSpan {
        ClientSpan(
            client: "OpenInference " + library,
            attributes: [
                ("openinference.span.kind", "LLM"), ("llm.system", system), ("llm.provider", system),
                ("llm.model_name", .string(model)), ("llm.invocation_parameters", #"{"max_tokens": 100}"#),
                ("llm.input_messages.0.message.role", "system"),
                ("llm.input_messages.0.message.content", "Be brief."),
                ("llm.input_messages.1.message.role", "user"), ("llm.input_messages.1.message.content", "Hi"),
                ("llm.output_messages.0.message.role", "assistant"),
                ("llm.output_messages.0.message.content", "Hello"), ("llm.token_count.prompt", 12),
                ("llm.token_count.completion", 3), ("llm.token_count.total", 15), ("session.id", "s-1"),
                ("metadata", #"{"plan": "pro"}"#), ("input.value", "{}"), ("output.value", "{}"),
            ] + more,
            expected: Reading(
                dialect: .openInference, operation: .chat, model: model,
                usage: TokenUsage(
                    input: 12, output: 3, cacheRead: cacheRead, cacheWrite: cacheWrite, reasoning: reasoning),
                session: "s-1", input: "Hi", output: "Hello", cost: cost))
    }
}
