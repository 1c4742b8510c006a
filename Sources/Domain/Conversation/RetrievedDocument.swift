/// A document that a retrieval step found.
public struct RetrievedDocument: Hashable, Sendable {
    public var id: String?
    public var score: Double?
    public var content: String?

    /// A document of the given parts.
    public init(id: String?, score: Double?, content: String?) {
        (self.id, self.score, self.content) = (id, score, content)
    }
}
