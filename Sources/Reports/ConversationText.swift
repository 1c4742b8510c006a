import Domain
import Drawing

/// What was said in a span and about it, in two columns: who or what, and the words.
struct ConversationText {
    private(set) var lines: [String] = []
    private let width: Int

    init(width: Int) { self.width = width }

    mutating func add(_ contents: SpanContents) {
        for message in contents.input + contents.output { add(message) }
        for (position, document) in contents.documents.enumerated() {
            let head = ["\(position + 1).", document.id ?? Format.missing, document.score.map { Format.number($0) }]
            add("document", head.compactMap { $0 }.joined(separator: "  "))
            if let content = document.content { add("", content) }
        }
        if let tool = contents.tool {
            add("tool", (tool.name ?? "") + "(" + (tool.arguments?.text ?? "") + ")")
            if let result = tool.result { add("", "→ " + Self.words(result)) }
        }
    }

    private mutating func add(_ message: Message) {
        for (position, part) in message.parts.enumerated() {
            add(position == 0 ? message.role : "", Self.words(part))
        }
        if let reason = message.finishReason, reason != "stop" { add("", "(ended: \(reason))") }
    }

    mutating func add(_ score: Score) {
        let verdict = [score.value.map { Format.number($0) }, score.label, score.errorType.map { "error \($0)" }]
        let by = score.source.map { "by \($0)" }
        add("score", ([score.name] + (verdict + [by]).compactMap { $0 }).joined(separator: "  "))
        if let explanation = score.explanation { add("", explanation) }
    }

    mutating func add(_ feedback: Feedback) {
        let rating = feedback.rating.map { $0 == .up ? "good" : "bad" }
        add("feedback", [rating, "by \(feedback.principal)"].compactMap { $0 }.joined(separator: "  "))
        if let note = feedback.note { add("", note) }
        if let correction = feedback.correction { add("", "should be: " + correction) }
    }

    private mutating func add(_ who: String, _ words: String) {
        let name = Text.truncated(Text.sanitized(who), to: Self.indent - 2)
        let head = name + String(repeating: " ", count: Self.indent - Text.width(of: name))
        for (index, line) in Text.wrapped(words, width: width - Self.indent).enumerated() {
            lines.append(index == 0 ? head + line : line.isEmpty ? "" : Self.margin + line)
        }
    }

    private static func words(_ part: MessagePart) -> String {
        switch part {
        case .text(let text): text
        case .reasoning(let text): "(thinks) " + text
        case .toolCall(_, let name, let arguments):
            "calls \(name)(\(arguments == .null ? "" : words(arguments)))"
        case .toolResult(_, let result): "→ " + words(result)
        case .media(let modality, let mimeType, let uri):
            "(" + [modality ?? "media", mimeType, uri].compactMap { $0 }.joined(separator: " ") + ")"
        case .other(let type, let content): "(\(type)) " + words(content)
        }
    }

    /// A text as it is, anything else as JSON.
    private static func words(_ json: JSON) -> String { json.string ?? json.text }

    private static let indent = 12
    private static let margin = String(repeating: " ", count: indent)
}
