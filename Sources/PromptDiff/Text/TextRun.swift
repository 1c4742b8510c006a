/// A stretch of a line that is shown in one way.
public struct TextRun: Hashable, Sendable {
    /// What a stretch is to the difference.
    public enum Kind: Hashable, Sendable {
        /// On the other side too.
        case same
        /// Only here: removed, or added.
        case changed
        /// White space that is other white space there, or nothing. The words are the same, the bytes are not, and so a cached prefix
        /// ends here.
        case whitespace
    }

    /// Never empty.
    public let text: String
    public let kind: Kind
}
