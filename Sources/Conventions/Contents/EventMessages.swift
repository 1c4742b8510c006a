import Domain

/// The messages that came as events: of the span itself, or as log records of it.
struct EventMessages {
    private(set) var instructions: [Message] = []
    private(set) var input: [Message] = []
    private(set) var output: [Message] = []

    init(span: Span, logs: [LogRecord]) {
        for event in span.events { read(event.name, body: nil, event.attributes) }
        for log in logs { read(log.eventName, body: log.body.json, log.attributes) }
    }

    private mutating func read(_ name: String, body: JSON?, _ attributes: AttributeList) {
        switch name {
        case "gen_ai.client.inference.operation.details": readDetails(attributes)
        case "gen_ai.content.prompt": input += attributes["gen_ai.prompt"].map { read($0, role: "user") } ?? []
        case "gen_ai.content.completion":
            output += attributes["gen_ai.completion"].map { read($0, role: "assistant") } ?? []
        case "gen_ai.choice": output += Self.messages(body, attributes, role: "assistant")
        case "gen_ai.system.message": input += Self.messages(body, attributes, role: "system")
        case "gen_ai.user.message": input += Self.messages(body, attributes, role: "user")
        case "gen_ai.assistant.message": input += Self.messages(body, attributes, role: "assistant")
        case "gen_ai.tool.message": input += Self.messages(body, attributes, role: "tool")
        default: return
        }
    }

    /// One event may carry everything, or several a part each.
    private mutating func readDetails(_ attributes: AttributeList) {
        instructions += attributes["gen_ai.system_instructions"].map { Self.instructions($0.json) } ?? []
        input += attributes["gen_ai.input.messages"].map { read($0, role: "user") } ?? []
        output += attributes["gen_ai.output.messages"].map { read($0, role: "assistant") } ?? []
    }

    private func read(_ value: AttributeValue, role: String) -> [Message] {
        MessageReader(role: role).messages(inValue: value.json)
    }

    /// The message of the instructions, which come as parts without a role.
    static func instructions(_ value: JSON) -> [Message] {
        let parts = PartReader.parts(PartReader.decoded(value))
        return parts.isEmpty ? [] : [Message(role: "system", parts: parts)]
    }

    /// A message in the form that was current before 1.37: the body of a log record, or the attributes of a span event.
    private static func messages(_ body: JSON?, _ attributes: AttributeList, role: String) -> [Message] {
        let body = body.map(PartReader.decoded) ?? .null
        var members = body.members ?? (body == .null ? [] : [JSON.Member("content", body)])
        if let content = attributes["gen_ai.event.content"].map({ PartReader.decoded($0.json) }) {
            members += content.members ?? [JSON.Member("content", content)]
        }
        members += attributes.filter { $0.key != "gen_ai.system" }.map { JSON.Member($0.key, $0.value.json) }
        let event = JSON.object(
            members.map { JSON.Member($0.name, $0.name == "message" ? PartReader.decodedParts($0.value) : $0.value) })
        var said = event
        if let message = event["message"] {
            said = message.members == nil ? .object([.init("content", message)]) : message
        } else if let content = event["content"] {
            said = .object(
                [.init("content", PartReader.decodedParts(content))] + members.filter { $0.name != "content" })
        }
        guard var message = MessageReader(role: role).message(said, role: nil) else { return [] }
        if message.finishReason == nil { message.finishReason = event["finish_reason"]?.string }
        return [message]
    }
}
