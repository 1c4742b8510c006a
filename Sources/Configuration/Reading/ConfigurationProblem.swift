/// One mistake in a file: where it is, what is wrong and what to do.
public struct ConfigurationProblem: Hashable, Sendable, CustomStringConvertible {
    /// From 1; nil when the file as a whole is meant.
    public let line: Int?
    /// From 1; nil when the line as a whole is meant.
    public let column: Int?
    public let message: String

    /// A mistake at a place.
    public init(line: Int? = nil, column: Int? = nil, message: String) {
        (self.line, self.column, self.message) = (line, column, message)
    }

    public var description: String {
        [line.map(String.init), column.map(String.init), " " + message].compactMap { $0 }.joined(separator: ":")
    }
}
