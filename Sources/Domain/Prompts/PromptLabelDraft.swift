/// A label that somebody wants to have on a version.
public struct PromptLabelDraft: Hashable, Sendable {
    public var label: String
    public var version: Int
    public var reason: String

    /// `label` is to stand on `version`.
    public init(label: String, version: Int, reason: String) {
        (self.label, self.version, self.reason) = (label, version, reason)
    }

    /// The draft as the control API takes it.
    public var json: JSON {
        ["label": .string(label), "version": JSON(version), "reason": .string(reason)]
    }

    /// The draft that the body of a request says.
    ///
    /// - Throws: which member is wrong, and how.
    public init(_ json: JSON) throws(MalformedCommand) {
        let body = try CommandBody(json, members: ["label", "version", "reason"])
        guard let label = try body.text("label", limit: 128) else { throw .missing("label") }
        guard RegistryName.isLabel(label) else {
            throw MalformedCommand("label: must be \(RegistryName.rule), and neither a number nor 'latest'")
        }
        guard let version = try body.integer("version").flatMap({ Int(exactly: $0) }), version > 0 else {
            throw MalformedCommand("version: must be the number of a version")
        }
        guard let reason = try body.text("reason", limit: PromptPushDraft.longestText) else {
            throw .missing("reason")
        }
        self.init(label: label, version: version, reason: reason)
    }
}
