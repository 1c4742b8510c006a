import Domain

/// What a server is sent to complete a chat.
struct ChatRequest {
    let json: JSON

    /// - Parameter prompt: whose parameters, tools and form of answers are sent along.
    init(model: String, messages: [PromptMessage], prompt: Prompt) {
        var members: [JSON.Member] = [
            .init("model", .string(model)),
            .init(
                "messages",
                .array(messages.map { ["role": .string($0.role), "content": .string($0.text)] })),
        ]
        for (name, value) in prompt.parameters.sorted(by: { $0.key < $1.key }) where !Self.own.contains(name) {
            members.append(.init(name, value))
        }
        if let format = prompt.responseFormat {
            members.append(.init("response_format", Self.responseFormat(format, of: prompt)))
        }
        if !prompt.tools.isEmpty {
            members.append(.init("tools", .array(prompt.tools.map(Self.tool))))
        }
        json = .object(members)
    }

    /// A JSON schema is wrapped as OpenAI has it; anything else is sent as it stands.
    private static func responseFormat(_ format: JSON, of prompt: Prompt) -> JSON {
        let kinds = ["text", "json_object", "json_schema"]
        if let type = format["type"]?.string, kinds.contains(type) { return format }
        return ["type": "json_schema", "json_schema": ["name": "answer", "schema": format]]
    }

    private static func tool(_ tool: PromptTool) -> JSON {
        if tool.definition["function"] != nil { return tool.definition }
        let members = (tool.definition.members ?? []).filter { $0.name != "name" }
        return ["type": "function", "function": .object([.init("name", .string(tool.name))] + members)]
    }

    /// Members that are not for prompts to say: one answer is asked for, in one piece.
    private static let own: Set<String> = [
        "model", "messages", "stream", "stream_options", "n", "tools", "response_format",
    ]
}
