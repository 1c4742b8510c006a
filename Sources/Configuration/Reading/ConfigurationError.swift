/// All mistakes of a file. Nothing of a file with mistakes is used.
public struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, as people named it.
    public let file: String
    public let problems: [ConfigurationProblem]

    /// The mistakes of `file`.
    public init(file: String, problems: [ConfigurationProblem]) { (self.file, self.problems) = (file, problems) }

    /// A line for each mistake, in the order of the file.
    public var description: String {
        problems.map { problem in
            problem.line == nil ? "\(file): \(problem.message)" : "\(file):\(problem)"
        }.joined(separator: "\n")
    }
}
