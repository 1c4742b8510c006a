import Domain

extension Message {
    /// `{"role","parts":[…]}` as `headframe request --json` shows it; output messages also say `finish_reason`.
    var json: JSON {
        var members: [JSON.Member] = [.init("role", .string(role)), .init("parts", .array(parts.map(\.json)))]
        if let finishReason { members.append(.init("finish_reason", .string(finishReason))) }
        return .object(members)
    }
}

extension MessagePart {
    var json: JSON {
        switch self {
        case .text(let text): ["type": "text", "text": .string(text)]
        case .reasoning(let text): ["type": "reasoning", "text": .string(text)]
        case .toolCall(let id, let name, let arguments):
            ["type": "tool_call", "id": JSON(id), "name": .string(name), "arguments": arguments]
        case .toolResult(let id, let result): ["type": "tool_result", "id": JSON(id), "result": result]
        case .media(let modality, let mimeType, let uri):
            ["type": "media", "modality": JSON(modality), "mime_type": JSON(mimeType), "uri": JSON(uri)]
        case .other(let type, let content): ["type": .string(type), "content": content]
        }
    }
}

extension RetrievedDocument {
    var json: JSON { ["id": JSON(id), "score": JSON(score), "content": JSON(content)] }
}

extension ToolUse {
    var json: JSON {
        ["name": JSON(name), "call_id": JSON(callID), "arguments": arguments ?? .null, "result": result ?? .null]
    }
}
