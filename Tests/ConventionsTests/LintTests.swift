import Conventions
import Domain
import Testing

@Suite struct UsageLint {
    private let chat: BatchBuilder.Pairs = [("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "litellm")]

    static let cases: [(BatchBuilder.Pairs, [LintRule])] = [
        (
            [("gen_ai.usage.input_tokens", 10), ("gen_ai.usage.output_tokens", 5), ("gen_ai.usage.total_tokens", 15)],
            []
        ),
        (
            [("gen_ai.usage.input_tokens", 10), ("gen_ai.usage.output_tokens", 5), ("llm.usage.total_tokens", 20)],
            [.totalMismatch]
        ),
        (
            // LiteLLM of a stream that did not say.
            [
                ("gen_ai.usage.input_tokens", 0), ("gen_ai.usage.output_tokens", 0),
                ("gen_ai.output.messages", #"[{"role":"assistant"}]"#),
            ], [.placeholderUsage]
        ),
        (
            [
                ("gen_ai.usage.input_tokens", 0), ("gen_ai.usage.output_tokens", 0),
                ("gen_ai.output.messages", "[]"),
            ], []
        ),
        (
            // Anthropic's own way of counting.
            [
                ("gen_ai.usage.input_tokens", 10), ("gen_ai.usage.output_tokens", 5),
                ("gen_ai.usage.cache_read.input_tokens", 90), ("gen_ai.usage.total_tokens", 15),
            ], [.cacheOutsideInput]
        ),
        ([("gen_ai.usage.input_tokens", -4), ("gen_ai.usage.output_tokens", 5)], [.impossibleCount]),
        (
            [("gen_ai.usage.input_tokens", 10), ("gen_ai.usage.audio.input_tokens", 12)], [.audioBeyondInput]
        ),
    ]

    @Test(arguments: cases) func isFoundInTheCall(_ attributes: BatchBuilder.Pairs, _ rules: [LintRule]) throws {
        #expect(try call(chat + attributes).lint.rules == rules)
    }

    @Test func whatAgentsClaimIsNotJudged() throws {
        let call = try call([
            ("gen_ai.operation.name", "invoke_agent"), ("gen_ai.usage.input_tokens", 1),
            ("gen_ai.usage.total_tokens", 9),
        ])
        #expect(call.lint.isEmpty)
    }

    @Test func theClientIsTheScopeElseTheSDKElseTheDialect() throws {
        let sdk: BatchBuilder.Pairs = [
            ("telemetry.sdk.name", "opentelemetry"), ("telemetry.sdk.language", "python"),
            ("telemetry.sdk.version", "1.45"),
        ]
        func client(_ scope: (String, String)?, _ resource: BatchBuilder.Pairs) throws -> String {
            let span = try BatchBuilder.span(chat, scope: scope.map { (name: $0.0, version: $0.1) }, resource: resource)
            return Interpreter().client(of: span, Interpreter().call(of: span)).text
        }
        #expect(
            try client(("openinference.instrumentation.openai", "0.1.66"), sdk)
                == "openinference.instrumentation.openai@0.1.66")
        #expect(try client(("litellm", ""), sdk) == "litellm")
        #expect(try client(("", ""), sdk) == "opentelemetry-python@1.45")
        #expect(try client(nil, []) == "otel")
    }
}
