/// All mistakes of the files that were read. Nothing of files with mistakes is used.
public struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    public let problems: [ConfigurationProblem]

    /// The mistakes that were found, in the order of the files.
    public init(_ problems: [ConfigurationProblem]) { self.problems = problems }

    /// A line for each mistake.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
