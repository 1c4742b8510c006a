/// Which release somebody wants to go back to, and why.
public struct RollBackDraft: Hashable, Sendable {
    public var release: ReleaseReference
    public var reason: String

    /// Back to `release`.
    public init(release: ReleaseReference, reason: String) { (self.release, self.reason) = (release, reason) }

    /// The draft as the control API takes it.
    public var json: JSON { ["to": .string(release.description), "reason": .string(reason)] }

    /// The draft that the body of a request says.
    ///
    /// - Throws: which member is wrong, and how.
    public init(_ json: JSON) throws(MalformedCommand) {
        let body = try CommandBody(json, members: ["to", "reason"])
        guard let release = try body.text("to", limit: 300).flatMap({ ReleaseReference($0) }) else {
            throw MalformedCommand("to: must be a release such as r41, or eight digits of its digest")
        }
        guard let reason = try body.text("reason", limit: PromptPushDraft.longestText) else {
            throw .missing("reason")
        }
        self.init(release: release, reason: reason)
    }
}
