import Domain

extension ClientSpan {
    /// Instrumentations of the libraries of single providers: OpenLLMetry's of every generation and OpenTelemetry's own.
    static let providers: [ClientSpan] = [
        ClientSpan(
            client: "OpenLLMetry Anthropic, indexed",
            attributes: [
                ("llm.request.type", "chat"), ("gen_ai.system", "Anthropic"),
                ("gen_ai.request.model", "claude-sonnet-4-5"), ("gen_ai.response.model", "claude-sonnet-4-5-20250929"),
                ("gen_ai.usage.prompt_tokens", 12), ("gen_ai.usage.completion_tokens", 3),
                ("llm.usage.total_tokens", 15), ("gen_ai.usage.cache_read_input_tokens", 8),
                ("gen_ai.usage.cache_creation_input_tokens", 2), ("gen_ai.prompt.0.role", "system"),
                ("gen_ai.prompt.0.content", "Be brief."), ("gen_ai.prompt.1.role", "user"),
                ("gen_ai.prompt.1.content", #"[{"type": "text", "text": "Hi"}]"#),
                ("gen_ai.completion.0.role", "assistant"), ("gen_ai.completion.0.content", "Hello"),
                ("gen_ai.completion.0.finish_reason", "end_turn"),
                ("traceloop.association.properties.session_id", "s-1"),
            ],
            expected: Reading(
                dialect: .openLLMetry, operation: .chat, model: "claude-sonnet-4-5-20250929",
                usage: TokenUsage(input: 12, output: 3, cacheRead: 8, cacheWrite: 2), session: "s-1", input: "Hi",
                output: "Hello")),
        ClientSpan(
            client: "OpenLLMetry Anthropic, current",
            attributes: [
                ("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "anthropic"),
                ("gen_ai.request.model", "claude-sonnet-4-5"), ("gen_ai.is_streaming", true),
                ("gen_ai.usage.input_tokens", 2), ("gen_ai.usage.output_tokens", 3),
                ("gen_ai.usage.cache_read.input_tokens", 8), ("gen_ai.usage.cache_creation.input_tokens", 2),
                ("gen_ai.system_instructions", #"[{"type":"text","content":"Be brief."}]"#),
                ("gen_ai.input.messages", #"[{"role":"user","parts":[{"type":"text","content":"Hi"}]}]"#),
                (
                    "gen_ai.output.messages",
                    #"[{"role":"assistant","parts":[{"type":"text","content":"Hello"}],"finish_reason":"stop"}]"#
                ),
            ],
            expected: Reading(
                dialect: .openTelemetry, operation: .chat, model: "claude-sonnet-4-5",
                usage: TokenUsage(input: 12, output: 3, cacheRead: 8, cacheWrite: 2), input: "Hi", output: "Hello")),
        ClientSpan(
            client: "OpenLLMetry Bedrock",
            attributes: [
                ("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "aws.bedrock"),
                ("gen_ai.request.model", "claude-3-5-sonnet-20240620-v1:0"), ("gen_ai.usage.input_tokens", 12),
                ("gen_ai.usage.output_tokens", 3), ("gen_ai.bedrock.guardrail.activation", 0),
                ("gen_ai.input.messages", #"[{"role":"user","parts":[{"type":"text","content":"Hi"}]}]"#),
                ("gen_ai.output.messages", #"[{"role":"assistant","parts":[{"type":"text","content":"Hello"}]}]"#),
            ],
            expected: Reading(
                dialect: .openTelemetry, operation: .chat, model: "claude-3-5-sonnet-20240620-v1:0",
                usage: TokenUsage(input: 12, output: 3), input: "Hi", output: "Hello")),
        ClientSpan(
            client: "OpenLLMetry Ollama, a completion",
            attributes: [
                ("llm.request.type", "completion"), ("gen_ai.system", "Ollama"), ("gen_ai.request.model", "llama3"),
                ("gen_ai.response.model", "llama3"), ("llm.is_streaming", false), ("gen_ai.prompt.0.role", "user"),
                ("gen_ai.prompt.0.content", "Hi"), ("gen_ai.completion.0.content", "Hello"),
                ("gen_ai.usage.input_tokens", 12), ("gen_ai.usage.output_tokens", 3), ("llm.usage.total_tokens", 15),
            ],
            expected: Reading(
                dialect: .openLLMetry, operation: .textCompletion, model: "llama3",
                usage: TokenUsage(input: 12, output: 3), input: "Hi", output: "Hello")),
        ClientSpan(
            client: "OpenLLMetry Cohere",
            attributes: [
                ("llm.request.type", "chat"), ("gen_ai.system", "Cohere"), ("gen_ai.request.model", "command-r"),
                ("gen_ai.prompt.0.role", "user"), ("gen_ai.prompt.0.content", "Hi"),
                ("gen_ai.completion.0.content", "Hello"), ("llm.usage.prompt_tokens", .number(12)),
                ("llm.usage.completion_tokens", .number(3)),
            ],
            expected: Reading(
                dialect: .openLLMetry, operation: .chat, model: "command-r", usage: TokenUsage(input: 12, output: 3),
                input: "Hi", output: "Hello")),
        ClientSpan(
            client: "OpenLLMetry Vertex AI",
            attributes: [
                ("llm.request.type", "completion"), ("gen_ai.system", "Google"),
                ("gen_ai.request.model", "gemini-2.0-flash"), ("gen_ai.prompt.0.role", "user"),
                ("gen_ai.prompt.0.content", #"[{"type": "text", "text": "Hi"}]"#),
                ("gen_ai.completion.0.role", "assistant"), ("gen_ai.completion.0.content", "Hello"),
                ("gen_ai.usage.input_tokens", 12), ("gen_ai.usage.output_tokens", 3),
            ],
            expected: Reading(
                dialect: .openLLMetry, operation: .textCompletion, model: "gemini-2.0-flash",
                usage: TokenUsage(input: 12, output: 3), input: "Hi", output: "Hello")),
        ClientSpan(
            client: "OpenTelemetry Google GenAI: contents in events",
            attributes: [
                ("gen_ai.operation.name", "generate_content"), ("gen_ai.system", "gemini"),
                ("gen_ai.request.model", "gemini-2.5-flash"), ("gen_ai.usage.input_tokens", 12),
                ("gen_ai.usage.output_tokens", 3), ("gen_ai.response.finish_reasons", ["stop"]),
            ],
            logs: [
                ("gen_ai.system.message", ["content": "Be brief."], [("gen_ai.system", "gemini")]),
                ("gen_ai.user.message", ["content": ["role": "user", "parts": [["text": "Hi"]]]], []),
                (
                    "gen_ai.choice",
                    [
                        "index": 0, "content": ["role": "model", "parts": [["text": "Hello"]]],
                        "finish_reason": "STOP",
                    ], []
                ),
            ],
            expected: Reading(
                dialect: .openTelemetryLegacy, operation: .generateContent, model: "gemini-2.5-flash",
                usage: TokenUsage(input: 12, output: 3), input: "Hi", output: "Hello")),
        ClientSpan(
            client: "OpenTelemetry Vertex AI",
            attributes: [
                ("gen_ai.operation.name", "chat"), ("gen_ai.system", "vertex_ai"),
                ("gen_ai.request.model", "gemini-2.0-flash"), ("gen_ai.response.model", "gemini-2.0-flash-001"),
                ("gen_ai.usage.input_tokens", 12), ("gen_ai.usage.output_tokens", 3),
            ],
            logs: [
                ("gen_ai.user.message", ["role": "user", "content": [["text": "Hi"]]], []),
                (
                    "gen_ai.choice",
                    [
                        "index": 0, "finish_reason": "stop",
                        "message": ["role": "model", "content": [["text": "Hello"]]],
                    ], []
                ),
            ],
            expected: Reading(
                dialect: .openTelemetryLegacy, operation: .chat, model: "gemini-2.0-flash-001",
                usage: TokenUsage(input: 12, output: 3), input: "Hi", output: "Hello")),
        ClientSpan(
            client: "OpenTelemetry Bedrock: blocks of the converse API",
            attributes: [
                ("gen_ai.operation.name", "chat"), ("gen_ai.system", "aws.bedrock"),
                ("gen_ai.request.model", "amazon.nova-micro-v1:0"), ("gen_ai.usage.input_tokens", 12),
                ("gen_ai.usage.output_tokens", 3), ("gen_ai.response.finish_reasons", ["end_turn"]),
            ],
            logs: [
                ("gen_ai.user.message", ["content": [["text": "Hi"]]], []),
                (
                    "gen_ai.choice",
                    [
                        "index": 0, "finish_reason": "end_turn",
                        "message": [
                            "role": "assistant",
                            "content": [["reasoningContent": ["reasoningText": ["text": "?"]]], ["text": "Hello"]],
                        ],
                    ], []
                ),
            ],
            expected: Reading(
                dialect: .openTelemetryLegacy, operation: .chat, model: "amazon.nova-micro-v1:0",
                usage: TokenUsage(input: 12, output: 3), input: "Hi", output: "Hello")),
    ]
}
