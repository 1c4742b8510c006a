/// What somebody wants to say of a version.
public struct PromptReviewDraft: Hashable, Sendable {
    public var verdict: PromptReview.Verdict
    /// May be empty.
    public var comment: String
    /// What the reviewer read. When the version says something else by now, the review is refused.
    public var digest: ContentDigest

    /// A review of what `digest` stands for.
    public init(verdict: PromptReview.Verdict, comment: String, digest: ContentDigest) {
        (self.verdict, self.comment, self.digest) = (verdict, comment, digest)
    }

    /// The draft as the control API takes it.
    public var json: JSON {
        var members: [JSON.Member] = [
            .init("verdict", .string(verdict.rawValue)), .init("digest", .string(digest.description)),
        ]
        if !comment.isEmpty { members.append(.init("comment", .string(comment))) }
        return .object(members)
    }

    /// The draft that the body of a request says.
    ///
    /// - Throws: which member is wrong, and how.
    public init(_ json: JSON) throws(MalformedCommand) {
        let body = try CommandBody(json, members: ["verdict", "comment", "digest"])
        guard let verdict = try body.text("verdict", limit: 64).flatMap({ PromptReview.Verdict(rawValue: $0) }) else {
            throw MalformedCommand("verdict: must be approve or request_changes")
        }
        guard let digest = try body.text("digest", limit: 64).flatMap({ ContentDigest($0) }) else {
            throw MalformedCommand("digest: must be the 64 hexadecimal digits of what was read")
        }
        self.init(
            verdict: verdict, comment: try body.text("comment", limit: PromptPushDraft.longestText) ?? "",
            digest: digest)
        guard verdict == .approve || !self.comment.isEmpty else {
            throw MalformedCommand("comment: must say which changes are asked for")
        }
    }
}
