/// What a person may do.
public struct Grant: Hashable, Sendable {
    public var roles: Set<AccessRole>
    /// Whether what was said in calls may be read: prompts, answers, corrections.
    public var content: Bool

    /// A grant of nothing, or of what is named.
    public init(roles: Set<AccessRole> = [], content: Bool = false) { (self.roles, self.content) = (roles, content) }

    /// The rights of both together.
    public func union(_ other: Grant) -> Grant {
        Grant(roles: roles.union(other.roles), content: content || other.content)
    }
}
