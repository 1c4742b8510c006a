import Redaction

/// Which attributes hold what people and models wrote: prompts, answers, documents, tool arguments and results. They may be
/// longer than others. Every attribute that `Conventions` reads contents from is among them.
enum ContentKeys {
    static let prefixes = [
        // OpenTelemetry GenAI, current and older; OpenLLMetry's indexed ones
        "gen_ai.input.messages", "gen_ai.output.messages", "gen_ai.system_instructions", "gen_ai.prompt",
        "gen_ai.completion",
        "gen_ai.tool.", "gen_ai.retrieval.", "gen_ai.memory.", "gen_ai.evaluation.explanation", "gen_ai.event.content",
        // OpenInference
        "llm.input_messages", "llm.output_messages", "llm.prompt", "llm.choices", "llm.tools", "llm.function_call",
        "input.value", "output.value", "retrieval.documents", "reranker.", "embedding.", "tool.", "metadata",
        // OpenLLMetry, Langfuse, Pydantic AI and others
        "traceloop.entity.", "traceloop.prompt.", "langfuse.observation.", "langfuse.trace.", "pydantic_ai.",
        "all_messages",
        "events", "final_result", "tool_arguments", "tool_response", "llm.request.functions", "exception.stacktrace",
        "gcp.vertex.agent.", "db.query.result", "body", "haystack.component.", "haystack.pipeline.", "mlflow.span",
        "request_data", "response_data", "ai.prompt", "ai.response.text", "ai.response.object", "ai.response.toolCalls",
        "ai.toolCall.", "db.vector.query.response", "tool_call.function.arguments",
        "braintrust.input_json", "braintrust.output_json",
        // The members of a message that came as an event
        "content", "message", "parts", "tool_calls",
    ]

    /// LiteLLM's raw bodies: the name of a provider goes between.
    static let raw = ["llm.*.messages", "llm.*.choices"]

    private static let patterns = KeyPatterns(prefixes.map { $0 + "*" } + raw)

    static func contains(_ key: UnsafeRawBufferPointer) -> Bool { patterns.first(in: key) != nil }
}
