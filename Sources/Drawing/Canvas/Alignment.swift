/// Where text stands in the room that it has.
public enum Alignment: Hashable, Sendable {
    /// At the beginning.
    case left
    /// At the end, as numbers do.
    case right
    /// In the middle.
    case centre
}
