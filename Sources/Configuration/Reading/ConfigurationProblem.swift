/// One mistake in a file: where it is, what is wrong and what to do.
public struct ConfigurationProblem: Hashable, Sendable, CustomStringConvertible {
    /// The file, as people named it.
    public let file: String
    /// From 1; nil when the file as a whole is meant.
    public let line: Int?
    /// From 1; nil when the line as a whole is meant.
    public let column: Int?
    public let message: String

    /// A mistake at a place.
    public init(file: String, line: Int? = nil, column: Int? = nil, message: String) {
        (self.file, self.line, self.column, self.message) = (file, line, column, message)
    }

    /// `file:line:column: message`, as compilers write it, so that editors can jump there.
    public var description: String {
        ([file] + [line, column].compactMap { $0.map(String.init) } + [" " + message]).joined(separator: ":")
    }
}
