/// A variable that an author declares.
public struct PromptVariable: Hashable, Sendable {
    public let name: String
    /// What may stand in its place; nil when the author does not say.
    public let type: PromptVariableType?
    /// Whether a call may leave it out.
    public let isOptional: Bool

    /// A declared variable.
    public init(name: String, type: PromptVariableType? = nil, isOptional: Bool = false) {
        (self.name, self.type, self.isOptional) = (name, type, isOptional)
    }
}
