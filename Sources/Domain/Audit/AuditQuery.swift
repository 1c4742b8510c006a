/// Which entries of the audit log are wanted; what is nil restricts nothing.
public struct AuditQuery: Hashable, Sendable {
    /// Who did it.
    public var actor: String?
    /// What was done: an action such as `prompt.push`, or what stands before its point, such as `prompt`.
    public var action: String?
    /// To what, from its beginning on: `support-answer` finds `support-answer@7`.
    public var object: String?
    public var range: TimeRange?
    /// Only entries before this sequence.
    public var before: Int64?
    /// At most so many, the newest.
    public var limit: Int

    /// A question for the newest `limit` entries.
    public init(
        actor: String? = nil, action: String? = nil, object: String? = nil, range: TimeRange? = nil,
        before: Int64? = nil, limit: Int = 100
    ) {
        (self.actor, self.action, self.object) = (actor, action, object)
        (self.range, self.before, self.limit) = (range, before, limit)
    }
}
