import Domain

/// A rollout as people keep it in Git: YAML in the words of Argo Rollouts where those fit (docs/rollouts.md).
public struct RolloutFile: Hashable, Sendable {
    public let plan: RolloutPlan

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - text: what stands in it.
    ///   - file: what it is called in messages.
    /// - Throws: every mistake in it, with its line.
    public init(parsing text: String, file: String) throws(ConfigurationError) {
        plan = try YAMLFile(text, name: file).read(RolloutDraft.schema, into: RolloutDraft()).plan
        guard plan != RolloutDraft().plan else {
            throw ConfigurationError([ConfigurationProblem(file: file, message: "nothing stands in it")])
        }
    }

    /// Reads the file at `path`.
    ///
    /// - Throws: every mistake in it, or why it cannot be read.
    public static func load(_ path: String) throws(ConfigurationError) -> RolloutFile {
        try RolloutFile(parsing: TextFile.read(path, isOptional: false) ?? "", file: path)
    }
}
