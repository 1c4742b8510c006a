/// Whose call it is and what it was made with: what usually stands on a parent or on the root rather than on the call itself.
public struct CallContext: Hashable, Sendable {
    public var session: String?
    public var user: String?
    public var release: String?
    public var promptName: String?
    public var promptVersion: String?

    /// A context of which nothing is known.
    public init() {}
}
