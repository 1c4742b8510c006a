import Domain

/// The messages that came as events: of the span itself, or as log records of it.
struct EventMessages {
    private(set) var instructions: [Message] = []
    private(set) var input: [Message] = []
    private(set) var output: [Message] = []

    init(span: Span, logs: [LogRecord]) {
        for event in span.events { read(event.name, body: nil, event.attributes) }
        // A client that sends a record again sends the same bytes.
        var seen: Set<ArraySlice<UInt8>> = []
        for log in logs where log.encoded.isEmpty || seen.insert(log.encoded).inserted {
            read(log.eventName, body: log.body.json, log.attributes)
        }
    }

    private mutating func read(_ name: String, body: JSON?, _ attributes: AttributeList) {
        switch name {
        case Interpreter.detailsEvent: readDetails(attributes)
        case "gen_ai.content.prompt": input += attributes["gen_ai.prompt"].map { read($0, role: "user") } ?? []
        case "gen_ai.content.completion":
            output += attributes["gen_ai.completion"].map { read($0, role: "assistant") } ?? []
        case "gen_ai.choice": output += Self.messages(body, attributes, role: "assistant")
        case "gen_ai.system.message": input += Self.messages(body, attributes, role: "system")
        case "gen_ai.user.message": input += Self.messages(body, attributes, role: "user")
        case "gen_ai.assistant.message": input += Self.messages(body, attributes, role: "assistant")
        case "gen_ai.tool.message": input += Self.messages(body, attributes, role: "tool")
        default: readExchange(body)
        }
    }

    /// AWS's distribution moves what was said into one record named after the instrumentation.
    private mutating func readExchange(_ body: JSON?) {
        guard let exchange = body.map(PartReader.decoded), exchange.members != nil else { return }
        if let asked = exchange["input"]?["messages"] { input += MessageReader(role: "user").messages(asked) }
        if let answered = exchange["output"]?["messages"] {
            output += MessageReader(role: "assistant").messages(answered)
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

    /// A message in the form that was current before 1.37: the body of a log record, or the attributes of a span event, whose
    /// texts may spell parts.
    private static func messages(_ body: JSON?, _ attributes: AttributeList, role: String) -> [Message] {
        var members: [JSON.Member] = []
        func add(_ json: JSON) {
            if let said = json.members {
                members += said
            } else if json != .null {
                members.append(.init("content", json))
            }
        }
        add(PartReader.decoded(body ?? .null))
        add(PartReader.decoded(attributes["gen_ai.event.content"]?.json ?? .null))
        members += attributes.map { JSON.Member($0.key, PartReader.decodedParts($0.value.json)) }
        let event = JSON.object(members)
        let said: JSON
        if let message = event["message"] {
            said = message.members == nil ? .object([.init("content", message)]) : message
        } else {
            said = event
        }
        guard var message = MessageReader(role: role).message(said, role: nil) else { return [] }
        message.finishReason = message.finishReason ?? event["finish_reason"]?.string
        return [message]
    }
}
