import Domain
import Drawing

/// What was said within a span as the parts of a document, what went wrong first.
struct ConversationParts {
    private(set) var parts: [DocumentPart] = []
    private let detail: SpanDetail
    private let contents: SpanContents

    init(_ reading: SpanReading, feedback: [FeedbackView]) {
        (detail, contents) = (reading.detail, reading.contents)
        addFailure()
        addMessages(contents.input, side: "input")
        addDocuments()
        addTool()
        addMessages(contents.output, side: "output")
        if !hasContent { addNothingSaid() }
        addVerdicts()
        for view in feedback { add(view) }
        addFacts()
    }

    private var hasContent: Bool {
        !contents.input.isEmpty || !contents.output.isEmpty || !contents.documents.isEmpty || contents.tool != nil
    }

    private mutating func addFailure() {
        guard let failure = SpanFailure(detail) else { return }
        parts.append(
            DocumentPart(
                id: "failure",
                text: StyledText("✖ ", .statusCritical) + StyledText(masked: failure.sentence, Style(.statusCritical)),
                copy: failure.sentence, indent: 0))
        guard let trace = failure.stackTrace, !trace.isEmpty else { return }
        parts.append(
            DocumentPart(
                id: "stack trace", title: StyledText("  stack trace", .textMuted),
                text: StyledText(masked: trace, .muted), copy: trace, preview: 2))
    }

    private mutating func addNothingSaid() {
        let text =
            detail.row.call.operation == nil
            ? "an ordinary span: nothing is said in it, v shows its attributes"
            : "the application does not send what was said here; v shows what it does send"
        parts.append(
            DocumentPart(
                id: "nothing", text: StyledText(text, .textMuted), copy: text, indent: 0, startsParagraph: true))
    }

    // MARK: Messages

    private mutating func addMessages(_ messages: [Message], side: String) {
        for (index, message) in messages.enumerated() {
            var title = Self.title(message.role)
            if side == "output", let reason = message.finishReason ?? detail.row.call.finishReasons.first {
                let stops = ["stop", "end_turn", "tool_calls", "tool_use"].contains(reason)
                title += StyledText("  finish: ", .textMuted) + StyledText(reason, stops ? .textMuted : .statusWarning)
            }
            let id = "\(side) \(index)"
            if message.parts.isEmpty {
                parts.append(
                    DocumentPart(
                        id: id, title: title, text: StyledText("(empty)", .textMuted), copy: "", startsParagraph: true))
            }
            for (number, part) in message.parts.enumerated() {
                var made = Self.part(part, id: "\(id) \(number)", role: message.role)
                if number == 0 {
                    made.title = made.title.isEmpty ? title : title + StyledText("  ") + made.title
                    made.startsParagraph = true
                } else if !made.title.isEmpty {
                    made.title = StyledText("  ") + made.title
                }
                parts.append(made)
            }
        }
    }

    /// Who speaks.
    private static func title(_ role: String) -> StyledText {
        let known: (String, Role) =
            switch role.lowercased() {
            case "system", "developer": (role, .messageSystem)
            case "user", "human": (role, .messageUser)
            case "assistant", "model", "ai": (role, .messageAssistant)
            case "tool", "function": (role, .messageTool)
            default: (role.isEmpty ? "unknown role" : role, .text)
            }
        return StyledText(known.0.uppercased(), Style(known.1, .bold))
    }

    private static func part(_ part: MessagePart, id: String, role: String) -> DocumentPart {
        switch part {
        case .text(let text):
            // Instructions are long and the same in every call.
            let isSystem = ["system", "developer"].contains(role.lowercased())
            let shown = text.isEmpty ? StyledText("(empty)", .textMuted) : StyledText(masked: text)
            return DocumentPart(id: id, text: shown, copy: text, preview: isSystem ? 3 : 12)
        case .reasoning(let text):
            return DocumentPart(
                id: id, title: StyledText("thinks", .textMuted),
                text: StyledText(masked: text, Style(.textMuted, .italic)),
                copy: text, indent: 4, preview: 3)
        case .toolCall(let call, let name, let arguments):
            let title = StyledText("→ calls ", .textMuted) + StyledText(name, .messageTool)
            return json(arguments, id: id, title: title + identity(call))
        case .toolResult(let call, let result):
            return json(result, id: id, title: StyledText("← result", .textMuted) + identity(call))
        case .media(let modality, let mimeType, let uri):
            let words = [modality ?? "media", mimeType, uri].compactMap { $0 }
            return DocumentPart(
                id: id, text: StyledText("□ \(words.joined(separator: "  "))", .textMuted),
                copy: uri ?? words.joined(separator: " "), preview: 2)
        case .other(let type, let content):
            return json(content, id: id, title: StyledText(type.isEmpty ? "unknown part" : type, .textMuted))
        }
    }

    private static func identity(_ call: String?) -> StyledText {
        call.map { StyledText("  \($0)", .textMuted) } ?? StyledText()
    }

    /// A value, spread over lines; JSON in a string is spread as well.
    static func json(_ value: JSON, id: String, title: StyledText, preview: Int = 10) -> DocumentPart {
        let text = pretty(value)
        return DocumentPart(
            id: id, title: title, text: StyledText(masked: text), copy: text, indent: 4, preview: preview)
    }

    /// The value as people read it: text as itself, JSON on several lines.
    static func pretty(_ value: JSON) -> String {
        guard case .string(let text) = value else { return spread(value) }
        guard let first = text.utf8.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
            let inner = try? JSON(parsing: text)
        else { return text }
        return spread(inner)
    }

    /// On one line where that is short.
    private static func spread(_ value: JSON) -> String {
        let line = value.text
        return line.utf8.count <= 50 ? line : value.prettyText
    }

    // MARK: Documents and tools

    private mutating func addDocuments() {
        for (index, document) in contents.documents.enumerated() {
            var title = StyledText(document.id ?? "document \(index + 1)", .messageTool)
            title += StyledText(document.score.map { "  score \(Format.number($0))" } ?? "  no score", .textMuted)
            if index == 0 {
                let count = contents.documents.count
                title =
                    StyledText(count == 1 ? "1 DOCUMENT  " : "\(count) DOCUMENTS  ", Style(.messageTool, .bold)) + title
            }
            let text = document.content ?? ""
            parts.append(
                DocumentPart(
                    id: "document \(index)", title: index == 0 ? title : StyledText("  ") + title,
                    text: text.isEmpty ? StyledText("(no text)", .textMuted) : StyledText(masked: text), copy: text,
                    indent: 4, preview: 2, startsParagraph: index == 0))
        }
    }

    private mutating func addTool() {
        guard let tool = contents.tool else { return }
        let name = StyledText("TOOL ", Style(.messageTool, .bold)) + StyledText(tool.name ?? "unknown", .messageTool)
        var arguments = Self.json(
            tool.arguments ?? .null, id: "tool arguments",
            title: name + Self.identity(tool.callID) + StyledText("  arguments", .textMuted))
        arguments.startsParagraph = true
        if tool.arguments == nil { arguments.text = StyledText("(not sent)", .textMuted) }
        parts.append(arguments)
        var result = Self.json(
            tool.result ?? .null, id: "tool result", title: StyledText("  ← result", .textMuted), preview: 12)
        if tool.result == nil { result.text = StyledText("(not sent)", .textMuted) }
        parts.append(result)
    }

    // MARK: Judgements

    private mutating func addVerdicts() {
        for (index, score) in detail.row.scores.filter({ $0.name != Feedback.scoreName }).enumerated() {
            var title = StyledText("VERDICT ", Style(.title, .bold)) + StyledText(score.name, .textStrong)
            let value = [score.value.map { Format.number($0) }, score.label].compactMap { $0 }.joined(separator: " ")
            title += StyledText("  \(value.isEmpty ? "no value" : value)", value.isEmpty ? .statusWarning : .text)
            title += StyledText("  by \(score.source ?? "unknown judge")", .textMuted)
            var text = StyledText(masked: score.explanation ?? "")
            if let failure = score.errorType { text = StyledText("the judge failed: \(failure)", .statusWarning) }
            parts.append(
                DocumentPart(
                    id: "verdict \(index)", title: title, text: text, copy: score.explanation ?? value, preview: 4,
                    startsParagraph: index == 0))
        }
    }

    private mutating func add(_ view: FeedbackView) {
        var part = view.part
        part.startsParagraph = true
        parts.append(part)
    }

    // MARK: Numbers

    private mutating func addFacts() {
        let facts = SpanFacts(detail).lines
        let width = facts.reduce(0) { max($0, $1.name.utf8.count) }
        for (index, fact) in facts.enumerated() {
            let blank = String(repeating: " ", count: width - fact.name.utf8.count)
            parts.append(
                DocumentPart(
                    id: "fact \(fact.name)",
                    title: index == 0 ? StyledText("ABOUT", Style(.title, .bold)) : StyledText(),
                    text: StyledText(fact.name + blank + "  ", .textMuted) + fact.value, copy: fact.value.string,
                    preview: nil, startsParagraph: index == 0))
        }
    }
}
