import Domain
import Testing

/// One call, told in every dialect, is one call.
@Suite struct Dialects {
    struct Telling: CustomTestStringConvertible, Sendable {
        var dialect: Dialect
        var attributes: BatchBuilder.Pairs
        var testDescription: String { dialect.rawValue }
    }

    static let tellings: [Telling] = [
        Telling(
            dialect: .openTelemetryLegacy,
            attributes: [
                ("gen_ai.operation.name", "chat"), ("gen_ai.system", "openai"), ("gen_ai.request.model", "gpt-4o"),
                ("gen_ai.response.model", "gpt-4o-2024"), ("gen_ai.usage.prompt_tokens", 120),
                ("gen_ai.usage.completion_tokens", 30), ("gen_ai.usage.cache_read_input_tokens", 40),
                ("gen_ai.response.finish_reasons", ["stop"]), ("session.id", "s-1"), ("enduser.id", "u-1"),
                ("gen_ai.openai.response.service_tier", "flex"),
            ]),
        Telling(
            dialect: .openTelemetry,
            attributes: [
                ("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "openai"),
                ("gen_ai.request.model", "gpt-4o"),
                ("gen_ai.response.model", "gpt-4o-2024"), ("gen_ai.usage.input_tokens", 120),
                ("gen_ai.usage.output_tokens", 30), ("gen_ai.usage.cache_read.input_tokens", 40),
                ("gen_ai.response.finish_reasons", ["stop"]), ("gen_ai.conversation.id", "s-1"), ("user.id", "u-1"),
                ("openai.response.service_tier", "flex"),
            ]),
        Telling(
            dialect: .openInference,
            attributes: [
                ("openinference.span.kind", "LLM"), ("llm.provider", "openai"), ("llm.request.model_name", "gpt-4o"),
                ("llm.response.model_name", "gpt-4o-2024"), ("llm.token_count.prompt", 120),
                ("llm.token_count.completion", 30), ("llm.token_count.prompt_details.cache_read", 40),
                ("llm.finish_reason", "stop"), ("session.id", "s-1"), ("user.id", "u-1"),
                ("llm.invocation_parameters", #"{"temperature":0.2,"service_tier":"flex"}"#),
            ]),
        Telling(
            dialect: .openLLMetry,
            attributes: [
                ("llm.request.type", "chat"), ("gen_ai.system", "openai"), ("gen_ai.request.model", "gpt-4o"),
                ("gen_ai.response.model", "gpt-4o-2024"), ("gen_ai.usage.prompt_tokens", "120"),
                ("gen_ai.usage.completion_tokens", "30"), ("gen_ai.usage.cache_read_input_tokens", 40),
                ("gen_ai.completion.0.finish_reason", "stop"), ("traceloop.association.properties.session_id", "s-1"),
                ("traceloop.association.properties.user_id", "u-1"), ("openai.request.service_tier", "flex"),
            ]),
        Telling(
            dialect: .langfuse,
            attributes: [
                ("langfuse.observation.type", "generation"), ("gen_ai.system", "openai"),
                ("gen_ai.request.model", "gpt-4o"), ("langfuse.observation.model.name", "gpt-4o-2024"),
                (
                    "langfuse.observation.usage_details",
                    #"{"input":120,"output":30,"total":150,"input_cached_tokens":40}"#
                ),
                ("gen_ai.response.finish_reasons", #"["stop"]"#), ("langfuse.session.id", "s-1"),
                ("langfuse.user.id", "u-1"),
                ("openai.response.service_tier", "flex"),
            ]),
        Telling(
            dialect: .langSmith,
            attributes: [
                ("langsmith.span.kind", "llm"), ("gen_ai.operation.name", "chat"), ("gen_ai.system", "openai"),
                ("gen_ai.request.model", "gpt-4o"), ("gen_ai.response.model", "gpt-4o-2024"),
                ("gen_ai.usage.input_tokens", 120), ("gen_ai.usage.output_tokens", 30),
                ("gen_ai.usage.cache_read.input_tokens", 40), ("gen_ai.response.finish_reasons", "stop"),
                ("langsmith.metadata.session_id", "s-1"), ("langsmith.metadata.user_id", "u-1"),
                ("openai.response.service_tier", "flex"),
            ]),
        Telling(
            dialect: .mlflow,
            attributes: [
                ("mlflow.spanType", #""CHAT_MODEL""#), ("gen_ai.provider.name", "openai"),
                ("mlflow.spanInputs", #"{"model":"gpt-4o"}"#),
                ("mlflow.spanOutputs", #"{"model":"gpt-4o-2024","choices":[]}"#),
                (
                    "mlflow.chat.tokenUsage",
                    ["input_tokens": 120, "output_tokens": 30, "total_tokens": 150, "cache_read_input_tokens": 40]
                ),
                ("gen_ai.response.finish_reasons", ["stop"]), ("mlflow.trace.session", #""s-1""#),
                ("mlflow.trace.user", #""u-1""#), ("openai.response.service_tier", "flex"),
            ]),
        Telling(
            dialect: .haystack,
            attributes: [
                ("haystack.component.type", "OpenAIChatGenerator"), ("gen_ai.provider.name", "openai"),
                ("gen_ai.request.model", "gpt-4o"), ("session.id", "s-1"), ("user.id", "u-1"),
                (
                    "haystack.component.output",
                    """
                    {"replies":[{"role":"assistant","meta":{"model":"gpt-4o-2024","finish_reason":"stop","usage":
                    {"prompt_tokens":120,"completion_tokens":30,"prompt_tokens_details":{"cached_tokens":40}}}}]}
                    """
                ), ("openai.response.service_tier", "flex"),
            ]),
    ]

    @Test(arguments: tellings) func everyTellingIsTheSameCall(_ telling: Telling) throws {
        var expected = Call()
        expected.dialect = telling.dialect
        expected.operation = .chat
        expected.service = "support"
        expected.provider = "openai"
        expected.requestModel = "gpt-4o"
        expected.responseModel = "gpt-4o-2024"
        expected.usage = TokenUsage(input: 120, output: 30, cacheRead: 40)
        expected.context.session = "s-1"
        expected.context.user = "u-1"
        expected.finishReasons = ["stop"]
        expected.serviceTier = "flex"
        #expect(try call(telling.attributes) == expected)
        #expect(try call(telling.attributes.reversed()) == expected)
    }

    @Test func currentKeysWinOverOlderOnes() throws {
        let call = try call([
            ("llm.token_count.prompt", 3), ("gen_ai.usage.prompt_tokens", 2), ("gen_ai.usage.input_tokens", 1),
            ("gen_ai.system", "old"), ("gen_ai.provider.name", "new"), ("session.id", "general"),
            ("gen_ai.conversation.id", "conversation"), ("openinference.span.kind", "LLM"),
        ])
        #expect(call.usage.input == 1)
        #expect(call.provider == "new")
        #expect(call.context.session == "conversation")
    }

    @Test func emptyTextsSayNothing() throws {
        let call = try call([
            ("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", ""), ("gen_ai.system", "openai"),
            ("gen_ai.conversation.id", ""), ("session.id", "s-1"),
        ])
        #expect(call.provider == "openai")
        #expect(call.context.session == "s-1")
    }

    @Test func anOrdinarySpanHasNothingOfLLMs() throws {
        let call = try call([("http.request.method", "GET"), ("url.path", "/"), ("error.type", "500")], status: 2)
        #expect(call.operation == nil)
        #expect(call.dialect == .none)
        #expect(call.isError)
        #expect(call.errorType == "500")
    }

    @Test func registryKeysOfPromptsAreNoLegacyContent() throws {
        let attributes: BatchBuilder.Pairs = [
            ("gen_ai.operation.name", "chat"), ("gen_ai.prompt.name", "answer"), ("gen_ai.prompt.version", "7"),
            ("gen_ai.prompt.variable.question", "Why?"), ("gen_ai.prompt.0.role", "user"),
            ("gen_ai.prompt.0.content", "Hello"),
        ]
        let call = try call(attributes)
        #expect(call.context.promptName == "answer")
        #expect(call.context.promptVersion == "7")
        #expect(try contents(attributes).input == [Message(role: "user", parts: [.text("Hello")])])
        #expect(try contents(Array(attributes.prefix(4))).input.isEmpty)
    }
}
