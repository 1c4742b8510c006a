/// A line that tells a person what became of something.
public struct Notice: Hashable, Sendable {
    /// Whether it went well.
    public enum Kind: Hashable, Sendable {
        case done
        case failed
    }

    /// Whether it went well.
    public var kind: Kind
    /// One line; it is sanitised where it is drawn.
    public var text: String

    /// A line of the given kind.
    public init(_ kind: Kind, _ text: String) { (self.kind, self.text) = (kind, text) }
}
