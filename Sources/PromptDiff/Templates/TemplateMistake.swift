/// A place of a template that cannot be meant.
public struct TemplateMistake: Hashable, Sendable, CustomStringConvertible {
    public let place: TemplatePlace
    /// What is wrong and what to do.
    public let message: String

    /// `line:column: message`.
    public var description: String { "\(place): \(message)" }
}
