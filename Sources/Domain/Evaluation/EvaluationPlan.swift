/// What a run of an evaluation does: which prompt answers which questions, asked where, for how much.
public struct EvaluationPlan: Hashable, Sendable {
    public var prompt: EvaluatedPrompt
    public var goldenSet: GoldenSetReference
    /// The model that is asked; nil when answers were given and nobody says which model gave them.
    public var model: String?
    /// The name of the endpoint that is asked; nil when answers were given.
    public var endpoint: String?
    /// Questions under way at one time; at least 1.
    public var concurrency: Int
    /// The run stops when it has cost so much; nil for no limit.
    public var limit: Money?

    /// A plan of the given parts.
    public init(
        prompt: EvaluatedPrompt, goldenSet: GoldenSetReference, model: String? = nil, endpoint: String? = nil,
        concurrency: Int = 4, limit: Money? = nil
    ) {
        (self.prompt, self.goldenSet, self.model, self.endpoint) = (prompt, goldenSet, model, endpoint)
        (self.concurrency, self.limit) = (concurrency, limit)
    }
}

/// The prompt of a run.
public struct EvaluatedPrompt: Hashable, Sendable, CustomStringConvertible {
    public let name: String
    /// Nil when it came out of a file and was never pushed.
    public let version: Int?

    /// Version `version` of the prompt `name`.
    public init(name: String, version: Int? = nil) { (self.name, self.version) = (name, version) }

    /// `name@version`, or the name alone.
    public var description: String { version.map { "\(name)@\($0)" } ?? name }
}
