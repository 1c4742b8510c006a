import Domain

/// A prompt as people keep it in Git: a header of YAML between lines of `---`, and below it the text.
///
/// ```
/// ---
/// name: support-answer
/// model: gpt-4o
/// parameters: {temperature: 0.7, max_tokens: 512}
/// variables: {context: string, question: string}
/// index: kb@12
/// ---
/// system:
/// Answer from this context: {{context}}
/// user:
/// {{question}}
/// ```
///
/// A line that holds only a role and a colon begins a message; text before the first one is a message of the system. Files of Dotprompt
/// (`config`, `input`, `output`, `{{role "user"}}`) and Prompty (`model` with parameters, `inputs`) are read as well; what Headframe has no
/// use for in them, such as authors and samples, is passed over.
public struct PromptFile: Hashable, Sendable {
    public let prompt: Prompt
    /// For each message the line of the file on which its text begins, from 1, so that what is wrong in a template can be shown in the file.
    public let lines: [Int]

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - text: what stands in it.
    ///   - file: its path; the name of the prompt unless the header says one.
    /// - Throws: every mistake in it, with its line.
    public init(parsing text: String, file: String) throws(ConfigurationError) {
        let parts = try PromptFileParts(text, file: file)
        let draft = try YAMLFile(parts.header, name: file).read(PromptDraft.schema, into: PromptDraft())
        let messages = PromptBody(parts.body, firstLine: parts.bodyLine).messages
        let empty = messages.filter(\.text.isEmpty)
        guard !messages.isEmpty, empty.isEmpty else {
            let line = empty.first.map { max(1, $0.line - 1) } ?? parts.bodyLine
            let message = empty.first.map { "the message \($0.role): has no text" } ?? "no text stands below the header"
            throw ConfigurationError([ConfigurationProblem(file: file, line: line, message: message)])
        }
        if draft.isJinja { try Self.refuseStatements(messages, file: file) }
        lines = messages.map(\.line)
        prompt = Prompt(
            name: draft.name ?? Self.name(of: file),
            messages: messages.map { PromptMessage(role: $0.role, text: $0.text) }, syntax: draft.syntax,
            model: draft.model, parameters: draft.parameters, variables: draft.variables,
            responseFormat: draft.responseFormat, tools: draft.tools, retrievalIndex: draft.index, notes: draft.notes)
    }

    /// Reads the file at `path`.
    ///
    /// - Throws: every mistake in it, or why it cannot be read.
    public static func load(_ path: String) throws(ConfigurationError) -> PromptFile {
        try PromptFile(parsing: TextFile.read(path, isOptional: false) ?? "", file: path)
    }

    /// Statements of Jinja would be sent to the model as they stand.
    private static func refuseStatements(_ messages: [PromptBody.Message], file: String) throws(ConfigurationError) {
        var problems: [ConfigurationProblem] = []
        for message in messages {
            let lines = message.text.split(separator: "\n", omittingEmptySubsequences: false)
            for (index, line) in lines.enumerated() where line.contains("{%") {
                problems.append(
                    ConfigurationProblem(
                        file: file, line: message.line + index,
                        message: "statements of Jinja such as {% if %} are not read; write a section such as {{#name}}")
                )
            }
        }
        guard problems.isEmpty else { throw ConfigurationError(problems) }
    }

    /// The name of a file without folders, endings and version: `support-answer` of `prompts/support-answer@6.md`.
    private static func name(of path: String) -> String {
        let file = path.split(separator: "/").last ?? ""
        return String(file.prefix { $0 != "." && $0 != "@" })
    }
}
