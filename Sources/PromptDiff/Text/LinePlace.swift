/// Where a line stands on its side.
public struct LinePlace: Hashable, Sendable {
    /// Index of the message, from 0; 0 in a text that is no prompt.
    public let message: Int
    /// From 1, within the message; nil for the line that names the role.
    public let number: Int?
}
