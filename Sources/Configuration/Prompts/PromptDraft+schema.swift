import Domain
import Yams

extension PromptDraft {
    /// Every key of a header.
    static var schema: Schema<PromptDraft> {
        Schema<PromptDraft>(own + ofOthers + parameters + passedOver)
    }

    private static var own: [Field<PromptDraft>] {
        [
            field("name", \.name, Node.promptText),
            field("model") { node, draft throws(PromptHeaderError) in try draft.readModel(node) },
            field("parameters") { node, draft throws(PromptHeaderError) in try draft.readParameters(node) },
            field("variables", \.variables, Node.promptVariables),
            field("template") { node, draft throws(PromptHeaderError) in
                draft.syntax = try node.templateSyntax()
                draft.isJinja = node.templateName == "jinja2"
            },
            field("response_format", \.responseFormat, Node.json),
            field("tools", \.tools, Node.promptTools),
            field("index", \.index, Node.promptText),
            field("notes", \.notes, Node.promptText),
        ]
    }

    /// Keys under which Dotprompt and Prompty write the same.
    private static var ofOthers: [Field<PromptDraft>] {
        [
            field("config") { node, draft throws(PromptHeaderError) in try draft.readParameters(node) },
            field("input") { node, draft throws(PromptHeaderError) in
                guard let schema = node.mapping?["schema"] else { return }
                draft.variables = try schema.promptVariables()
            },
            field("inputs", \.variables, Node.promptVariables),
            field("output", \.responseFormat, Node.json),
            field("description", \.notes, Node.promptText),
        ]
    }

    /// Parameters that may stand at the top as well.
    private static var parameters: [Field<PromptDraft>] {
        [
            "temperature", "max_tokens", "max_completion_tokens", "top_p", "top_k", "frequency_penalty",
            "presence_penalty", "seed", "stop", "reasoning_effort",
        ].map { field($0, \.parameters[$0], Node.json) }
    }

    /// Keys of the same and other tools that decide nothing here.
    private static var passedOver: [Field<PromptDraft>] {
        ["version", "release", "variant", "authors", "tags", "sample", "outputs", "ext", "metadata"].map { name in
            field(name) { _, _ throws(PromptHeaderError) in }
        }
    }

    private static func field<Value>(
        _ name: String, _ place: WritableKeyPath<PromptDraft, Value>,
        _ read: @escaping (Node) -> () throws(PromptHeaderError) -> Value
    ) -> Field<PromptDraft> {
        field(name) { node, draft throws(PromptHeaderError) in draft[keyPath: place] = try read(node)() }
    }

    private static func field<Value>(
        _ name: String, _ place: WritableKeyPath<PromptDraft, Value?>,
        _ read: @escaping (Node) -> () throws(PromptHeaderError) -> Value
    ) -> Field<PromptDraft> {
        field(name) { node, draft throws(PromptHeaderError) in draft[keyPath: place] = try read(node)() }
    }

    private static func field(
        _ name: String, _ read: @escaping (Node, inout PromptDraft) throws(PromptHeaderError) -> Void
    ) -> Field<PromptDraft> {
        Field(
            name: name, comment: "",
            read: { node, draft, path, problems in
                do throws(PromptHeaderError) {
                    try read(node, &draft)
                } catch {
                    problems.add("\(path) \(error.message)", line: error.line, column: error.column)
                }
            }, example: { _ in [] })
    }

    /// Prompty writes parameters and the name of the model below `model`.
    private mutating func readModel(_ node: Node) throws(PromptHeaderError) {
        guard let mapping = node.mapping else {
            model = try node.promptText()
            return
        }
        for name in ["parameters", "options"] {
            if let parameters = mapping[name] { try readParameters(parameters) }
        }
        let places = [mapping] + ["configuration", "connection"].compactMap { mapping[$0]?.mapping }
        for place in places {
            for name in ["id", "name", "azure_deployment", "model", "deployment"] where model == nil {
                model = try place[name]?.promptText()
            }
        }
    }

    private mutating func readParameters(_ node: Node) throws(PromptHeaderError) {
        guard let members = try node.json().members else {
            throw PromptHeaderError("must be a mapping of names, such as {temperature: 0.7}", at: node)
        }
        for member in members { parameters[member.name] = member.value }
    }
}
