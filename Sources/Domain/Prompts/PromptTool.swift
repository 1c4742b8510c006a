/// A function that the model may call.
public struct PromptTool: Hashable, Sendable {
    public let name: String
    /// Its description and parameters, as the model is told them.
    public let definition: JSON

    /// A function of the given definition.
    public init(name: String, definition: JSON) { (self.name, self.definition) = (name, definition) }
}
