/// A release that somebody wants to make. What is nil is taken from the prompt version.
public struct ReleaseDraft: Hashable, Sendable {
    /// Nil for the app of the prompt's name.
    public var app: String?
    public var prompt: PromptReference
    public var model: String?
    public var parameters: [String: JSON]?
    public var retrievalIndex: String?
    public var guardrails: String?
    /// Why, in the author's words; may be empty.
    public var message: String

    /// A release of `prompt` as it stands, changed by what is not nil.
    public init(
        app: String? = nil, prompt: PromptReference, model: String? = nil, parameters: [String: JSON]? = nil,
        retrievalIndex: String? = nil, guardrails: String? = nil, message: String = ""
    ) {
        (self.app, self.prompt, self.model, self.parameters) = (app, prompt, model, parameters)
        (self.retrievalIndex, self.guardrails, self.message) = (retrievalIndex, guardrails, message)
    }

    /// The draft as the control API takes it.
    public var json: JSON {
        var members: [JSON.Member] = [.init("prompt", .string(prompt.description))]
        func add(_ name: String, _ text: String?) {
            if let text { members.append(.init(name, .string(text))) }
        }
        add("app", app)
        add("model", model)
        if let parameters { members.append(.init("parameters", .sorted(parameters))) }
        add("index", retrievalIndex)
        add("guardrails", guardrails)
        add("message", message.isEmpty ? nil : message)
        return .object(members)
    }

    /// The draft that the body of a request says.
    ///
    /// - Throws: which member is wrong, and how.
    public init(_ json: JSON) throws(MalformedCommand) {
        let body = try CommandBody(
            json, members: ["app", "prompt", "model", "parameters", "index", "guardrails", "message"])
        let app = try body.text("app", limit: 128)
        guard app.map({ RegistryName.isValid($0) }) ?? true else {
            throw MalformedCommand("app: must be \(RegistryName.rule)")
        }
        guard let prompt = try body.text("prompt", limit: 300).flatMap({ PromptReference($0) }) else {
            throw MalformedCommand("prompt: must be a version such as support-answer@7")
        }
        self.init(
            app: app, prompt: prompt, model: try body.text("model", limit: 256),
            parameters: body.value("parameters") == nil ? nil : try body.object("parameters"),
            retrievalIndex: try body.text("index", limit: 256), guardrails: try body.text("guardrails", limit: 256),
            message: try body.text("message", limit: PromptPushDraft.longestText) ?? "")
    }

    /// The release of `version` that is meant.
    ///
    /// - Throws: what neither the draft nor the prompt says.
    public func release(of version: PromptVersion) throws(ControlRefusal) -> Release {
        guard let model = model ?? version.prompt.model else {
            throw ControlRefusal(
                .invalid, "model: must be there, as \(version.id) names none; a release says which model answers")
        }
        return Release(
            app: app ?? version.prompt.name, prompt: version.id, model: model,
            parameters: parameters ?? version.prompt.parameters,
            retrievalIndex: retrievalIndex ?? version.prompt.retrievalIndex, guardrails: guardrails)
    }
}
