import Domain

extension ContentsReading {
    /// Where the arguments of a tool stand, in order of precedence.
    static let toolArguments: [StaticString] = [
        "gen_ai.tool.call.arguments", "tool_arguments", "tool_call.function.arguments", "ai.toolCall.args",
        "gcp.vertex.agent.tool_call_args", "traceloop.entity.input",
        "langfuse.observation.input", "mlflow.spanInputs", "gen_ai.prompt", "haystack.component.input", "input.value",
    ]

    /// Where the result of a tool stands, in order of precedence.
    static let toolResults: [StaticString] = [
        "gen_ai.tool.call.result", "tool_response", "ai.toolCall.result", "gcp.vertex.agent.tool_response",
        "traceloop.entity.output", "langfuse.observation.output", "mlflow.spanOutputs", "gen_ai.completion",
        "haystack.component.output", "output.value",
    ]

    /// What a tool span did; nil for spans of other kinds.
    func tool() -> ToolUse? {
        guard operation == .executeTool else { return nil }
        return ToolUse(
            name: toolName,
            callID: first(["gen_ai.tool.call.id", "tool_call.id", "tool.id", "ai.toolCall.id"])?.string,
            arguments: first(Self.toolArguments).map(PartReader.decoded),
            result: first(Self.toolResults).map(PartReader.decoded))
    }

    private func first(_ keys: [StaticString]) -> JSON? {
        keys.lazy.compactMap { attributes[$0]?.json }.first { $0 != .null }
    }
}
