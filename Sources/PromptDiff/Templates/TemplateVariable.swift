/// A variable that a template uses.
public struct TemplateVariable: Hashable, Sendable {
    public let name: String
    /// Where it is used first.
    public let place: TemplatePlace
    /// The variable whose section it is used in, which may be a list of things that have a field of this name; nil outside sections.
    public let section: String?
}
