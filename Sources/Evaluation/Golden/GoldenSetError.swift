/// What is wrong with a golden set.
public struct GoldenSetError: Error, Hashable, Sendable, CustomStringConvertible {
    /// After so many nobody reads on.
    static let mostMistakes = 20

    /// One thing that is wrong.
    public struct Mistake: Hashable, Sendable {
        /// From 1; nil when it is about the whole.
        public let line: Int?
        public let reason: String
    }

    /// What the set is called.
    public let name: String
    /// In the order of the lines; at least one.
    public let mistakes: [Mistake]

    /// `name:line: reason`, a line each.
    public var description: String {
        mistakes.map { "\(name):\($0.line.map { "\($0):" } ?? "") \($0.reason)" }.joined(separator: "\n")
    }
}
