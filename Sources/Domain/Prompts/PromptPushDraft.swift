/// A prompt that somebody wants to have in the registry.
public struct PromptPushDraft: Hashable, Sendable {
    public var prompt: Prompt
    /// Why, in the author's words; may be empty.
    public var message: String
    /// The Git commit of the file; nil when it was in none, or had changes that were not committed.
    public var commit: String?
    /// Who made that commit, as Git says.
    public var commitAuthor: String?

    /// A prompt to be pushed.
    public init(prompt: Prompt, message: String = "", commit: String? = nil, commitAuthor: String? = nil) {
        (self.prompt, self.message, self.commit, self.commitAuthor) = (prompt, message, commit, commitAuthor)
    }

    /// Bytes that a message, reason or comment may have.
    public static let longestText = 4096

    /// The draft as the control API takes it.
    public var json: JSON {
        var members: [JSON.Member] = [.init("prompt", prompt.json)]
        if !message.isEmpty { members.append(.init("message", .string(message))) }
        if let commit { members.append(.init("commit", .string(commit))) }
        if let commitAuthor { members.append(.init("commit_author", .string(commitAuthor))) }
        return .object(members)
    }

    /// The draft that the body of a request says.
    ///
    /// - Throws: which member is wrong, and how.
    public init(_ json: JSON) throws(MalformedCommand) {
        let body = try CommandBody(json, members: ["prompt", "message", "commit", "commit_author"])
        guard let prompt = body.value("prompt") else { throw .missing("prompt") }
        self.init(
            prompt: try Prompt(prompt), message: try body.text("message", limit: Self.longestText) ?? "",
            commit: try body.text("commit", limit: 64), commitAuthor: try body.text("commit_author", limit: 256))
    }
}
