/// What somebody writes beside an alert.
public struct AlertNoteDraft: Hashable, Sendable {
    /// Nil when nothing is written.
    public var text: String?

    /// The draft that the body of a request says: `{"note": "…"}`, or nothing in it.
    ///
    /// - Throws: which member is wrong, and how.
    public init(_ json: JSON) throws(MalformedCommand) {
        text = try CommandBody(json, members: ["note"]).text("note", limit: SilenceDraft.longestText)
    }
}
