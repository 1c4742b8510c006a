import Domain

/// Reads messages out of the JSON of whichever client: OpenTelemetry's parts, the bodies of chat, responses and generation APIs,
/// LangChain's constructors, OpenInference's flattened objects, Bedrock's and Gemini's contents.
struct MessageReader {
    /// The role of messages that do not say theirs.
    var role: String

    /// How deep wrappers may lie in one another, and how many messages are read.
    private static let (depthLimit, messageLimit) = (8, 1024)

    /// The messages of an attribute's value, whether it is a list of its own, JSON in a string or Python in a string; a string
    /// that is none of them (plain, masked or cut) is one message.
    func messages(inValue value: JSON) -> [Message] {
        guard let text = value.string else { return messages(value) }
        let json = PartReader.decoded(value)
        if json.string == nil {
            // Of some requests nothing but the model is recorded.
            if json.array?.isEmpty == true || json.members?.allSatisfy({ $0.name == "model" }) == true { return [] }
            let messages = messages(json)
            if !messages.isEmpty { return messages }
        } else if let spelled = PythonLiteral.read(text) {
            let messages = messages(spelled)
            if !messages.isEmpty { return messages }
        } else if text.utf8.first == 0x22, let unquoted = (try? JSON(parsing: text))?.string {
            return [Message(role: role, parts: [.text(unquoted)])]
        }
        return text.isEmpty ? [] : [Message(role: role, parts: [.text(text)])]
    }

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

    /// Parts that follow one another without a message around them make one message, as long as they are of one role.
    private func list(_ elements: [JSON], depth: Int) -> [Message] {
        var messages: [Message] = []
        var isOpen = false
        for element in elements.prefix(Self.messageLimit) {
            if PartReader.isPart(element) {
                let parts = PartReader.parts(element)
                let role = Self.role(of: parts) ?? role
                if isOpen, let last = messages.indices.last, messages[last].role == role {
                    messages[last].parts += parts
                } else if !parts.isEmpty {
                    messages.append(Message(role: role, parts: parts))
                    isOpen = true
                }
                continue
            }
            isOpen = false
            if let text = element.string {
                messages.append(Message(role: role, parts: [.text(text)]))
            } else {
                messages += self.messages(element, depth: depth)
            }
        }
        return messages
    }

    /// Calls are made by the assistant and answered by tools, whoever's list they stand in.
    private static func role(of parts: [MessagePart]) -> String? {
        switch parts.last {
        case .toolCall: "assistant"
        case .toolResult: "tool"
        default: nil
        }
    }

    private func object(_ json: JSON, depth: Int) -> [Message] {
        if let (inner, role) = constructor(json) { return message(inner, role: role).map { [$0] } ?? [] }
        guard json["role"] == nil else { return message(json, role: nil).map { [$0] } ?? [] }
        if let inner = wrapped(json) {
            return messages(inner, depth: depth).map { message in
                var message = message
                message.finishReason = message.finishReason ?? Self.finishReason(json)
                return message
            }
        }
        for container in ["messages", "choices", "generations", "replies", "candidates", "outputs"] {
            if let list = json[container]?.array { return messages(.array(list), depth: depth) }
        }
        if let request = request(json, depth: depth) { return request }
        if let only = json.members, only.count == 1, let text = only.first?.value.said {
            return [Message(role: role, parts: [.text(text)])]
        }
        return message(json, role: nil).map { [$0] } ?? []
    }

    /// LangChain's ways of writing an object of one of its classes.
    private func constructor(_ json: JSON) -> (JSON, role: String?)? {
        if json["lc"] != nil, let arguments = json["kwargs"] {
            let role =
                arguments["type"]?.string.flatMap(Self.knownRole)
                ?? json["id"]?.array?.last?.string.flatMap(Self.knownRole)
            return (arguments, role)
        }
        if let data = json["data"], data.members != nil, let type = json["type"]?.string {
            return (data, Self.role(type))
        }
        return nil
    }

    /// The message within a choice, a generation, a candidate or an element of OpenInference.
    private func wrapped(_ json: JSON) -> JSON? {
        if let message = json["message"], message.members != nil { return message }
        if let content = json["content"], content["parts"] != nil { return content }
        if let output = json["output"], output.array != nil || output.members != nil { return output }
        return nil
    }

    /// The instructions and input of a request to a responses API, the contents of Gemini, the prompts of a completion.
    private func request(_ json: JSON, depth: Int) -> [Message]? {
        for name in ["input", "contents", "prompts", "prompt"] {
            guard let input = json[name] else { continue }
            if name == "contents", json["content"] != nil { continue }
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
        guard
            ["parts", "contents", "content", "text", "tool_calls", "function_call", "role"].contains(where: {
                json[$0] != nil
            })
        else { return nil }
        let said = json["role"]?.string.map(Self.role) ?? json["type"]?.string.flatMap(Self.knownRole)
        let role = known ?? said ?? self.role
        var parts: [MessagePart] = []
        if let reasoning = (json["reasoning_content"] ?? json["reasoning"])?.string, !reasoning.isEmpty {
            parts.append(.reasoning(reasoning))
        }
        var content = PartReader.parts(json["parts"] ?? json["contents"] ?? .null)
        if content.isEmpty { content = PartReader.parts(Self.unwrapped(json["content"]) ?? json["text"] ?? .null) }
        if role == "tool", let id = (json["tool_call_id"] ?? json["id"])?.string {
            content = PartReader.asToolResult(content, id: id)
        }
        parts += content + PartReader.toolCalls(json)
        return Message(role: role, parts: parts, finishReason: Self.finishReason(json))
    }

    /// A message's content without the object around it: Gemini's that has parts, the one in which AWS's distribution moves the
    /// events of a span into a log record.
    private static func unwrapped(_ content: JSON?) -> JSON? {
        guard content?.members != nil, content?["type"] == nil else { return content }
        if let parts = content?["parts"] { return parts }
        let text = content?["content"] ?? content?["message"]
        return text?.string == nil ? content : text.map(PartReader.decodedParts)
    }

    private static func finishReason(_ json: JSON) -> String? {
        let reason =
            json["finish_reason"] ?? json["stop_reason"] ?? json["finishReason"] ?? json["meta"]?["finish_reason"]
            ?? json["generation_info"]?["finish_reason"]
        return reason?.string
    }

    /// The common name of a role, however the client spells it.
    private static func role(_ word: String) -> String { knownRole(word) ?? word.lowercased() }

    private static func knownRole(_ word: String) -> String? {
        let name = word.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return switch name {
        case "human", "humanmessage", "humanmessagechunk", "user": "user"
        // smolagents tells apart what an assistant says and the tools that it calls.
        case "ai", "aimessage", "aimessagechunk", "assistant", "model", "tool-call": "assistant"
        case "system", "systemmessage", "developer": "system"
        case "tool", "toolmessage", "tool-response", "function": "tool"
        default: nil
        }
    }
}
