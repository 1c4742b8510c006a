import Domain

/// One reading of what was said within a span.
struct ContentsReading {
    let span: Span
    let logs: [LogRecord]
    let attributes: FlatAttributes

    init(_ span: Span, _ logs: [LogRecord]) {
        (self.span, self.logs) = (span, logs)
        attributes = FlatAttributes(of: span)
    }

    func contents() -> SpanContents {
        var contents = SpanContents()
        contents.input = messages(named: "gen_ai.input.messages", role: "user")
        contents.output = messages(named: "gen_ai.output.messages", role: "assistant")
        return contents
    }

    /// The messages of one attribute, whether it is a list or JSON in a string; a string that is not JSON (cut or masked) is text.
    func messages(named key: StaticString, role: String) -> [Message] {
        guard let value = attributes[key] else { return [] }
        return messages(in: value.json, role: role)
    }

    func messages(in value: JSON, role: String) -> [Message] {
        let reader = MessageReader(role: role)
        guard let text = value.string else { return reader.messages(value) }
        if let json = try? JSON(parsing: text), json.array != nil || json.members != nil {
            let messages = reader.messages(json)
            if !messages.isEmpty { return messages }
            if json.array?.isEmpty == true { return [] }
        }
        return text.isEmpty ? [] : [Message(role: role, parts: [.text(text)])]
    }
}
