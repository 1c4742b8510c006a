/// Where one side of an exchange, what was asked or what was answered, stands among the attributes of a span: the places in
/// order of precedence.
struct ContentSide: Sendable {
    /// The role of messages that do not say theirs.
    let role: String
    /// OpenTelemetry from 1.37 on.
    let current: StaticString
    /// Lists spelled by indexed keys: OpenLLMetry's, OpenInference's, OpenInference's of completions.
    let indexed: [StaticString]
    /// Attributes that hold the whole side in some client's own form.
    let whole: [StaticString]
    /// LiteLLM's raw bodies, written as Python prints them: `llm.PROVIDER` goes before.
    let rawEnding: String
    /// Whether Pydantic AI's recorded events of this side are choices.
    let isChoice: Bool

    static let input = ContentSide(
        role: "user", current: "gen_ai.input.messages",
        indexed: ["gen_ai.prompt.", "llm.input_messages.", "llm.prompts."],
        whole: [
            "gen_ai.prompt", "langfuse.observation.input", "mlflow.spanInputs", "haystack.component.input",
            "pydantic_ai.all_messages", "ai.prompt.messages", "ai.prompt", "request_data",
            "gcp.vertex.agent.llm_request",
            "traceloop.entity.input", "input.value", "haystack.pipeline.input_data", "braintrust.input_json",
        ], rawEnding: ".messages", isChoice: false)

    static let output = ContentSide(
        role: "assistant", current: "gen_ai.output.messages",
        indexed: ["gen_ai.completion.", "llm.output_messages.", "llm.choices."],
        whole: [
            "gen_ai.completion", "langfuse.observation.output", "mlflow.spanOutputs", "haystack.component.output",
            "final_result", "ai.response.text", "ai.response.object", "ai.response.toolCalls", "response_data",
            "gcp.vertex.agent.llm_response", "traceloop.entity.output", "output.value", "haystack.pipeline.output_data",
            "braintrust.output_json",
        ], rawEnding: ".choices", isChoice: true)
}
