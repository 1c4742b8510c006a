import Domain

/// Reads messages out of the JSON of whichever client: OpenTelemetry's parts, the bodies of chat, responses and generation APIs,
/// LangChain's constructors, OpenInference's flattened objects, Bedrock's and Gemini's contents.
struct MessageReader {
    /// The role of messages that do not say theirs.
    var role: String

    /// How deep wrappers may lie in one another, and how many messages are read.
    private static let (depthLimit, messageLimit) = (8, 1024)

    /// The messages in `json`; empty when it does not look like any.
    func messages(_ json: JSON) -> [Message] { Array(messages(json, depth: 0).prefix(Self.messageLimit)) }

    private func messages(_ json: JSON, depth: Int) -> [Message] {
        guard depth < Self.depthLimit else { return [] }
        switch json {
        case .array(let elements): return list(elements, depth: depth + 1)
        case .object: return object(json, depth: depth + 1)
        default: return []
        }
    }

    private func list(_ elements: [JSON], depth: Int) -> [Message] {
        let elements = elements.prefix(Self.messageLimit)
        if let first = elements.first, PartReader.isPart(first) {
            return [Message(role: role, parts: PartReader.parts(.array(Array(elements))))]
        }
        return elements.flatMap { element -> [Message] in
            if case .string(let text) = element { return [Message(role: role, parts: [.text(text)])] }
            return messages(element, depth: depth)
        }
    }

    private func object(_ json: JSON, depth: Int) -> [Message] {
        if let kwargs = json["kwargs"], json["lc"] != nil {
            return message(kwargs, role: Self.langChainRole(json)).map { [$0] } ?? []
        }
        if let data = json["data"], let type = json["type"]?.string, data.members != nil {
            return message(data, role: Self.role(type)).map { [$0] } ?? []
        }
        if json["role"] == nil, let inner = json["message"], inner.members != nil {
            return messages(inner, depth: depth).map { message in
                var message = message
                message.finishReason = message.finishReason ?? Self.finishReason(json)
                return message
            }
        }
        for container in ["messages", "choices", "generations", "replies", "candidates", "outputs"] {
            if let list = json[container]?.array { return messages(.array(list), depth: depth) }
        }
        if let output = json["output"], output.array != nil || output.members != nil {
            return messages(output, depth: depth)
        }
        if json["role"] == nil, let request = request(json, depth: depth) { return request }
        if let role = json["author"]?["role"]?.string { return message(json, role: role).map { [$0] } ?? [] }
        return message(json, role: nil).map { [$0] } ?? []
    }

    /// The instructions and input of a request to a responses API, the contents of Gemini, the prompts of a completion.
    private func request(_ json: JSON, depth: Int) -> [Message]? {
        for name in ["input", "contents", "prompts", "prompt"] {
            guard let input = json[name] else { continue }
            let system = json["instructions"]?.string.map { [Message(role: "system", parts: [.text($0)])] } ?? []
            switch input {
            case .string(let text): return system + [Message(role: role, parts: [.text(text)])]
            case .array, .object: return system + messages(input, depth: depth)
            default: continue
            }
        }
        return nil
    }

    /// One message; nil for an object that has nothing of one.
    func message(_ json: JSON, role known: String?) -> Message? {
        let said = json["role"]?.string ?? json["type"]?.string.flatMap(Self.knownRole)
        var parts: [MessagePart] = []
        if let reasoning = (json["reasoning_content"] ?? json["reasoning"])?.string, !reasoning.isEmpty {
            parts.append(.reasoning(reasoning))
        }
        var content = PartReader.parts(json["parts"] ?? json["contents"] ?? .null)
        if content.isEmpty { content = PartReader.parts(json["content"] ?? json["text"] ?? .null) }
        if content.isEmpty, PartReader.isPart(json) { content = PartReader.parts(.array([json])) }
        let role = known ?? said.map(Self.role) ?? self.role
        if role == "tool", let id = (json["tool_call_id"] ?? json["id"])?.string {
            content = PartReader.asToolResult(content, id: id)
        }
        parts += content
        parts += PartReader.toolCalls(json)
        let isMessage = ["parts", "contents", "content", "text", "tool_calls", "role"].contains { json[$0] != nil }
        guard isMessage || !parts.isEmpty else { return nil }
        return Message(role: role, parts: parts, finishReason: Self.finishReason(json))
    }

    private static func finishReason(_ json: JSON) -> String? {
        let reason =
            json["finish_reason"] ?? json["stop_reason"] ?? json["finishReason"] ?? json["meta"]?["finish_reason"]
            ?? json["generation_info"]?["finish_reason"]
        return reason?.string
    }

    private static func langChainRole(_ json: JSON) -> String? {
        json["kwargs"]?["type"]?.string.flatMap(knownRole) ?? json["id"]?.array?.last?.string.flatMap(knownRole)
    }

    /// The common name of a role, however the client spells it.
    static func role(_ word: String) -> String { knownRole(word) ?? word.lowercased() }

    private static func knownRole(_ word: String) -> String? {
        let name = word.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return switch name {
        case "human", "humanmessage", "humanmessagechunk", "user": "user"
        case "ai", "aimessage", "aimessagechunk", "assistant", "model": "assistant"
        case "system", "systemmessage", "developer": "system"
        case "tool", "toolmessage", "tool-response", "function": "tool"
        default: nil
        }
    }
}
