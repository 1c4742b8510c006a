/// What is wrong with the keys of a configuration.
public struct KeyMapError: Error, Hashable, CustomStringConvertible {
    /// One mistake, for whoever knows in which line the command's name stands.
    public struct Mistake: Hashable, Sendable {
        /// The name of the command as the configuration gives it.
        public var command: String
        /// What is wrong, in a sentence for people.
        public var reason: String
    }

    /// All of them, by the name of the command.
    public var mistakes: [Mistake]

    public var description: String {
        mistakes.map { "key of \($0.command): \($0.reason)" }.joined(separator: "\n")
    }
}
