import Domain
import PromptDiff

/// Makes of a prompt and a question what a model is sent.
public struct PromptRenderer: Sendable {
    /// Bytes that the messages of a question may have together.
    public static let limit = 4 << 20
    /// Variables under which a prompt finds the question.
    public static let questionNames: Set<String> = ["question", "input", "query"]
    /// The variable under which a prompt finds the passages.
    public static let contextName = "context"

    private let prompt: Prompt
    private let used: Set<String>

    /// A renderer of `prompt`.
    ///
    /// - Throws: what is wrong in its templates.
    public init(_ prompt: Prompt) throws(RenderError) {
        let report = TemplateReport(prompt)
        if let finding = report.mistakes.first {
            throw .malformed("message \(finding.message + 1), \(finding.mistake)")
        }
        (self.prompt, used) = (prompt, Set(report.used))
    }

    /// The messages that ask `item`.
    ///
    /// The question stands under `question`, `input` or `query`, its passages under `context`; other variables come from `variables` of the
    /// item, or from a member of that name. A prompt that does not use the question is followed by it; passages that it does not use are
    /// added to its first message.
    public func messages(for item: GoldenItem) throws(RenderError) -> [PromptMessage] {
        let values = values(of: item)
        var messages: [PromptMessage] = []
        for message in prompt.messages {
            let nodes = TemplateParser.nodes(message.text, syntax: prompt.syntax)
            let text = try TemplateRenderer.text(nodes, values: values, limit: Self.limit)
            messages.append(PromptMessage(role: message.role, text: text))
        }
        if !item.context.isEmpty, !used.contains(Self.contextName), let first = messages.first {
            messages[0] = PromptMessage(
                role: first.role, text: first.text + "\n\nContext:\n\n" + item.context.joined(separator: "\n\n"))
        }
        let isAsked = !used.isDisjoint(with: Self.questionNames)
        if isAsked {
            // The talk before the question goes before the message that asks it.
            messages.insert(contentsOf: item.input.dropLast(), at: max(0, messages.count - 1))
        } else {
            messages += item.input
        }
        let bytes = messages.reduce(0) { $0 + $1.text.utf8.count }
        guard bytes <= Self.limit else { throw .tooLong(limit: Self.limit) }
        return messages
    }

    private func values(of item: GoldenItem) -> JSON {
        var members = item.json["variables"]?.members ?? []
        let question = JSON.string(item.question)
        members += Self.questionNames.sorted().map { .init($0, question) }
        members.append(.init(Self.contextName, .string(item.context.joined(separator: "\n\n"))))
        members += (item.json.members ?? []).filter { !Self.questionNames.contains($0.name) }
        // What may be left out is empty where it is.
        let optional = prompt.variables.filter(\.isOptional).map { JSON.Member($0.name, .null) }
        return .object(members + optional)
    }
}
