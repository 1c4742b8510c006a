import Domain

/// One reading of what was said within a span.
struct ContentsReading {
    let span: Span
    private let call: Call
    var operation: Operation? { call.operation }
    /// What the interpreter calls the tool.
    var toolName: String? { call.toolName }
    let attributes: FlatAttributes
    private let events: EventMessages

    init(_ span: Span, _ logs: [LogRecord]) {
        self.span = span
        attributes = FlatAttributes(of: span)
        call = Interpreter().call(of: span)
        events = EventMessages(span: span, logs: logs)
    }

    func contents() -> SpanContents {
        var contents = SpanContents()
        contents.input = withInstructions(messages(of: .input, in: events.input))
        contents.output = messages(of: .output, in: events.output)
        contents.documents = documents()
        contents.tool = tool()
        return contents
    }

    /// The messages of one side, from the first place that has any.
    private func messages(of side: ContentSide, in events: [Message]) -> [Message] {
        let current = messages(side.current, role: side.role)
        if says(current) { return current }
        if says(events) { return events }
        let reader = MessageReader(role: side.role)
        for prefix in side.indexed {
            let messages = reader.messages(.array(attributes.elements(under: prefix).map(Self.withSpelledParts)))
            if says(messages) { return messages }
        }
        let recorded = recordedEvents(of: side)
        if says(recorded) { return recorded }
        switch operation {
        case .executeTool?: return []  // What it was given and what it gave are its arguments and its result.
        case .embeddings? where side.isChoice: return []  // Vectors are nothing to read.
        case .embeddings?:
            let texts = attributes.elements(under: "embedding.embeddings.").compactMap {
                $0["embedding"]?["text"]?.string
            }
            if !texts.isEmpty { return texts.map { Message(role: side.role, parts: [.text($0)]) } }
        default: break
        }
        for key in side.whole {
            let messages = messages(key, role: side.role)
            if says(messages) { return messages }
        }
        return rawBody(of: side)
    }

    private func says(_ messages: [Message]) -> Bool { messages.contains { !$0.parts.isEmpty } }

    private func messages(_ key: StaticString, role: String) -> [Message] {
        guard let value = attributes[key] else { return [] }
        return MessageReader(role: role).messages(inValue: value.json)
    }

    /// OpenLLMetry's older instrumentations wrote parts as JSON into the content of an indexed message.
    private static func withSpelledParts(_ message: JSON) -> JSON {
        guard let members = message.members else { return message }
        return .object(members.map { $0.name == "content" ? .init($0.name, PartReader.decodedParts($0.value)) : $0 })
    }

    /// Pydantic AI's older form, and Logfire's: the message events as a list in one attribute.
    private func recordedEvents(of side: ContentSide) -> [Message] {
        let value = attributes["events"] ?? attributes["all_messages_events"]
        guard let events = value.flatMap({ PartReader.decoded($0.json).array }) else { return [] }
        let names = events.map { $0["event.name"]?.string ?? "" }
        // Logfire writes what a responses API answered as further messages of the assistant.
        let hasChoices = names.contains("gen_ai.choice")
        let asked = hasChoices ? nil : names.lastIndex { $0 != "gen_ai.assistant.message" }
        return zip(events, names).enumerated().flatMap { index, pair -> [Message] in
            let (event, name) = pair
            let isAnswer = hasChoices ? name == "gen_ai.choice" : index > asked ?? -1
            guard !name.isEmpty, isAnswer == side.isChoice else { return [] }
            let role = name.split(separator: ".").dropFirst().first.map(String.init) ?? side.role
            return MessageReader(role: side.isChoice ? side.role : role).messages(event)
        }
    }

    private func rawBody(of side: ContentSide) -> [Message] {
        let attribute = span.attributes.first { attribute in
            let key = attribute.key
            return key.hasPrefix("llm.") && key.hasSuffix(side.rawEnding) && key.split(separator: ".").count == 3
        }
        guard let text = attribute?.value.string else { return [] }
        return MessageReader(role: side.role).messages(inValue: .string(text))
    }

    /// System instructions stand before the messages that have none of their own.
    private func withInstructions(_ messages: [Message]) -> [Message] {
        guard !messages.contains(where: { $0.role == "system" }) else { return messages }
        let own = attributes["gen_ai.system_instructions"].map { EventMessages.instructions($0.json) } ?? []
        return (own.isEmpty ? events.instructions : own) + messages
    }
}
