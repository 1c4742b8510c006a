import Domain

/// Messages as JSON text, in the form of the OpenTelemetry conventions (`gen_ai.input.messages`, `gen_ai.output.messages`).
enum MessageText {
    static func text(_ content: String) -> JSON { ["type": "text", "content": .string(content)] }

    static func message(_ role: String, _ parts: [JSON]) -> JSON {
        ["role": .string(role), "parts": .array(parts)]
    }

    static func user(_ content: String) -> JSON { message("user", [text(content)]) }

    static func output(_ parts: [JSON], finish: String) -> String {
        let message: JSON = ["role": "assistant", "parts": .array(parts), "finish_reason": .string(finish)]
        return JSON.array([message]).text
    }

    static func toolCall(id: String, name: String, arguments: JSON) -> JSON {
        ["type": "tool_call", "id": .string(id), "name": .string(name), "arguments": arguments]
    }

    static func toolResult(id: String, _ response: JSON) -> JSON {
        message("tool", [["type": "tool_call_response", "id": .string(id), "response": response]])
    }
}
