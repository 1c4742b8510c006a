extension Prompt {
    /// Bytes that a prompt may have as canonical JSON.
    public static let mostBytes = 512 << 10

    /// Everything that the prompt says. What is not said is left out, so that a prompt keeps its digest when newer versions of Headframe know
    /// more about prompts.
    public var json: JSON {
        var members: [JSON.Member] = [
            .init("name", .string(name)),
            .init(
                "messages", .array(messages.map { ["role": .string($0.role), "text": .string($0.text)] })),
            .init("syntax", .string(syntax.rawValue)),
        ]
        func add(_ name: String, _ value: JSON?) { if let value { members.append(.init(name, value)) } }
        add("model", model.map(JSON.string))
        if !parameters.isEmpty { add("parameters", .sorted(parameters)) }
        if !variables.isEmpty { add("variables", .array(variables.map(\.json))) }
        add("response_format", responseFormat)
        if !tools.isEmpty {
            add("tools", .array(tools.map { ["name": .string($0.name), "definition": $0.definition] }))
        }
        add("index", retrievalIndex.map(JSON.string))
        add("notes", notes.map(JSON.string))
        return .object(members)
    }

    /// The digest of all that the prompt says.
    ///
    /// - Throws: why it has no canonical text.
    public func digest() throws(CanonicalJSONError) -> ContentDigest { try json.canonicalDigest() }

    /// The canonical text, of which the digest is the identity.
    ///
    /// - Throws: `ControlRefusal` when there is none, or it is longer than `mostBytes`.
    public func canonical() throws(ControlRefusal) -> [UInt8] {
        let text: [UInt8]
        do throws(CanonicalJSONError) {
            text = try json.canonical()
        } catch {
            throw ControlRefusal(.invalid, "pushing \(name): \(error)")
        }
        guard text.count <= Self.mostBytes else {
            throw ControlRefusal(
                .invalid, "pushing \(name): it has \(text.count) bytes; a prompt may have \(Self.mostBytes)")
        }
        return text
    }

    /// The prompt that `json` says.
    ///
    /// - Throws: which member is wrong, and how.
    public init(_ json: JSON) throws(MalformedCommand) {
        let body = try CommandBody(json, members: Self.members)
        guard let name = try body.text("name", limit: 128) else { throw .missing("name") }
        guard RegistryName.isValid(name) else { throw MalformedCommand("name: must be \(RegistryName.rule)") }
        let messages = try body.list("messages") { (value) throws(MalformedCommand) in
            let message = try CommandBody(value, members: ["role", "text"])
            guard let role = try message.text("role", limit: 64),
                let text = try message.text("text", limit: Self.mostBytes)
            else { throw MalformedCommand("messages: each must have a role and a text") }
            return PromptMessage(role: role, text: text)
        }
        guard !messages.isEmpty else { throw MalformedCommand("messages: must be there") }
        let syntax = try body.text("syntax", limit: 64)
        guard let syntax = TemplateSyntax(rawValue: syntax ?? TemplateSyntax.mustache.rawValue) else {
            throw MalformedCommand("syntax: must be mustache or fstring")
        }
        let tools = try body.list("tools") { (value) throws(MalformedCommand) in
            guard let name = value["name"]?.string, let definition = value["definition"] else {
                throw MalformedCommand("tools: each must have a name and a definition")
            }
            return PromptTool(name: name, definition: definition)
        }
        self.init(
            name: name, messages: messages, syntax: syntax, model: try body.text("model", limit: 256),
            parameters: try body.object("parameters"),
            variables: try body.list("variables") { (value) throws(MalformedCommand) in try PromptVariable(value) },
            responseFormat: body.value("response_format"), tools: tools,
            retrievalIndex: try body.text("index", limit: 256), notes: try body.text("notes", limit: Self.mostBytes))
    }

    private static let members: Set<String> = [
        "name", "messages", "syntax", "model", "parameters", "variables", "response_format", "tools", "index", "notes",
    ]
}

extension PromptVariable {
    fileprivate var json: JSON {
        var members: [JSON.Member] = [.init("name", .string(name))]
        if let type { members.append(.init("type", .string(type.rawValue))) }
        if isOptional { members.append(.init("optional", true)) }
        return .object(members)
    }

    fileprivate init(_ json: JSON) throws(MalformedCommand) {
        let type = json["type"]?.string.map { PromptVariableType(rawValue: $0) }
        guard let name = json["name"]?.string, type != .some(nil) else {
            throw MalformedCommand("variables: each must have a name, and a type of JSON Schema if any")
        }
        self.init(name: name, type: type ?? nil, isOptional: json["optional"]?.bool ?? false)
    }
}

extension JSON {
    /// An object of `members` by name.
    static func sorted(_ members: [String: JSON]) -> JSON {
        .object(members.sorted { $0.key < $1.key }.map { Member($0.key, $0.value) })
    }
}
