import Domain

/// Reads the parts of a message out of JSON.
enum PartReader {
    /// How many parts of one message are read.
    private static let limit = 1024

    /// The parts of a message's content: a text, a list of parts or texts, or one part.
    static func parts(_ content: JSON) -> [MessagePart] {
        switch content {
        case .null: []
        case .string(let text): text.isEmpty ? [] : [.text(text)]
        case .array(let elements): elements.prefix(limit).compactMap(part)
        case .object: part(content).map { [$0] } ?? []
        default: [.text(content.text)]
        }
    }

    /// Whether `json` is a part rather than a message or a choice: it has a type or a key of a part, and neither role nor index.
    static func isPart(_ json: JSON) -> Bool {
        guard json.members != nil,
            !["role", "message", "finish_reason", "generation_info"].contains(where: { json[$0] != nil })
        else { return false }
        if let type = json["type"]?.string, partTypes.contains(type) { return true }
        return partKeys.contains { json[$0] != nil }
    }

    /// The keys that only parts without a type have: Bedrock's, Gemini's in both spellings, Vercel's, OpenInference's.
    private static let partKeys = [
        "text", "toolUse", "toolResult", "reasoningContent", "functionCall", "functionResponse", "function_response",
        "toolName", "message_content",
    ]

    private static let partTypes: Set<String> = [
        "text", "input_text", "output_text", "reasoning", "thinking", "tool_call", "tool_use", "tool-call",
        "function_call", "tool_call_response", "tool_result", "tool-result", "function_call_output", "image_url",
        "image",
        "input_image", "blob", "file", "uri", "audio", "input_audio", "video", "server_tool_call",
        "server_tool_call_response",
    ]

    private static func part(_ json: JSON) -> MessagePart? {
        if case .string(let text) = json { return text.isEmpty ? nil : .text(text) }
        guard json.members != nil else { return json == .null ? nil : .other(type: "", content: json) }
        if let wrapped = json["message_content"] { return part(wrapped) }
        let type = json["type"]?.string ?? ""
        if type.isEmpty {
            if let call = json["toolUse"] ?? json["functionCall"] ?? json["function_call"] { return toolCall(call) }
            if let result = json["toolResult"] ?? json["functionResponse"] ?? json["function_response"] {
                return toolResult(result)
            }
            if let thought = json["reasoningContent"]?["reasoningText"]?["text"]?.string { return .reasoning(thought) }
        }
        switch type {
        case "" where json["toolName"] != nil: return toolCall(json)
        case "", "text", "input_text", "output_text", "refusal":
            guard let text = (json["text"] ?? json["content"] ?? json["refusal"])?.string else {
                return .other(type: type, content: json)
            }
            return .text(text)
        case "reasoning", "thinking", "reasoning_content":
            return .reasoning(
                (json["content"] ?? json["text"] ?? json["thinking"])?.string ?? json["summary"]?.text ?? "")
        case "tool_call", "tool_use", "tool-call", "function_call", "server_tool_call": return toolCall(json)
        case "tool_call_response", "tool_result", "tool-result", "function_call_output", "server_tool_call_response":
            return toolResult(json)
        case "image_url", "image", "input_image", "blob", "file", "uri", "audio", "input_audio", "video", "document":
            return media(json, type: type)
        default: return .other(type: type, content: json)
        }
    }

    /// The calls of tools that stand beside the content of a message.
    static func toolCalls(_ message: JSON) -> [MessagePart] {
        var calls = message["tool_calls"]?.array ?? []
        if calls.isEmpty, let call = message["function_call"], call.members != nil { calls = [call] }
        return calls.prefix(limit).compactMap { toolCall($0["tool_call"] ?? $0) }
    }

    private static func toolCall(_ json: JSON) -> MessagePart? {
        let function = json["function"] ?? json
        guard let name = (function["name"] ?? json["toolName"])?.string else {
            return .other(type: "tool_call", content: json)
        }
        let id = json["id"] ?? json["call_id"] ?? json["toolUseId"] ?? json["toolCallId"]
        let arguments = function["arguments"] ?? function["args"] ?? function["input"] ?? .null
        return .toolCall(id: id?.string, name: name, arguments: decoded(arguments))
    }

    private static func toolResult(_ json: JSON) -> MessagePart {
        let ids = ["id", "tool_use_id", "call_id", "tool_call_id", "toolUseId", "toolCallId"]
        let id = ids.lazy.compactMap { json[$0] }.first
        let result = json["response"] ?? json["result"] ?? json["content"] ?? json["output"] ?? .null
        return .toolResult(id: id?.string, result: decoded(result))
    }

    /// The content of a message of role `tool`, as the result of the call `id`.
    static func asToolResult(_ parts: [MessagePart], id: String) -> [MessagePart] {
        parts.map { part in
            if case .text(let text) = part { .toolResult(id: id, result: decoded(.string(text))) } else { part }
        }
    }

    private static func media(_ json: JSON, type: String) -> MessagePart {
        let image = json["image_url"] ?? json["image"] ?? json["file"] ?? json["input_audio"] ?? json
        let place =
            image["url"] ?? image["image"]?["url"] ?? image["uri"] ?? json["image_url"] ?? json["uri"]
            ?? json["file_id"]
        var uri = place?.string
        var mimeType = (json["mime_type"] ?? json["mimeType"] ?? json["media_type"])?.string
        if let data = uri, data.hasPrefix("data:") {
            mimeType =
                mimeType ?? data.dropFirst(5).split(whereSeparator: { $0 == ";" || $0 == "," }).first.map(String.init)
            uri = nil
        }
        let kinds = ["image", "audio", "video"]
        let modality = json["modality"]?.string ?? kinds.first { type.contains($0) || mimeType?.hasPrefix($0) == true }
        return .media(modality: modality, mimeType: mimeType, uri: uri)
    }

    /// What a text spells when it is JSON of an object or a list; else the value itself.
    static func decoded(_ json: JSON) -> JSON {
        guard let text = json.string, let first = text.utf8.first, first == 0x7B || first == 0x5B else { return json }
        return (try? JSON(parsing: text)) ?? json
    }

    /// What a text spells when it is JSON of parts or of a message; a text that happens to be other JSON stays a text.
    static func decodedParts(_ json: JSON) -> JSON {
        let spelled = decoded(json)
        if let first = spelled.array?.first { return isPart(first) ? spelled : json }
        return spelled["role"] != nil && spelled["content"] != nil ? spelled : json
    }
}
