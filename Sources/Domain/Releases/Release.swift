/// What an app answers with, as one thing that never changes: rolling back is choosing another one, and prompt, model and index go back
/// together.
public struct Release: Hashable, Sendable {
    /// The app that it is a release of.
    public let app: String
    public let prompt: PromptVersionID
    public let model: String
    /// What is sent beside the messages (`temperature`, `max_tokens`, …), by name.
    public let parameters: [String: JSON]
    /// The retrieval index with its version, such as `kb@12`; nil when nothing is retrieved.
    public let retrievalIndex: String?
    /// The rules that answers are checked by, with their version, such as `standard@3`; nil when there are none.
    public let guardrails: String?

    /// A release of the given parts.
    public init(
        app: String, prompt: PromptVersionID, model: String, parameters: [String: JSON] = [:],
        retrievalIndex: String? = nil, guardrails: String? = nil
    ) {
        (self.app, self.prompt, self.model, self.parameters) = (app, prompt, model, parameters)
        (self.retrievalIndex, self.guardrails) = (retrievalIndex, guardrails)
    }

    /// Everything that it is made of. What is not there is left out, so that it keeps its digest when releases have more parts one day.
    public var json: JSON {
        var members: [JSON.Member] = [
            .init("app", .string(app)),
            .init(
                "prompt",
                [
                    "name": .string(prompt.name), "version": JSON(prompt.number),
                    "sha256": .string(prompt.digest.description),
                ]), .init("model", .string(model)), .init("parameters", .sorted(parameters)),
        ]
        if let retrievalIndex { members.append(.init("index", .string(retrievalIndex))) }
        if let guardrails { members.append(.init("guardrails", .string(guardrails))) }
        return .object(members)
    }

    /// Its identity: the digest of its canonical JSON.
    ///
    /// - Throws: why it has no canonical text, such as a parameter that no double can hold.
    public func digest() throws(CanonicalJSONError) -> ContentDigest { try json.canonicalDigest() }

    /// The release that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let app = json["app"]?.string, let model = json["model"]?.string, let prompt = json["prompt"],
            let name = prompt["name"]?.string,
            let number = prompt["version"]?.integer.flatMap({ Int(exactly: $0) }),
            let digest = prompt["sha256"]?.string.flatMap({ ContentDigest($0) })
        else { return nil }
        let parameters = (json["parameters"]?.members ?? []).map { ($0.name, $0.value) }
        self.init(
            app: app, prompt: PromptVersionID(name: name, number: number, digest: digest), model: model,
            parameters: Dictionary(parameters) { first, _ in first }, retrievalIndex: json["index"]?.string,
            guardrails: json["guardrails"]?.string)
    }
}
