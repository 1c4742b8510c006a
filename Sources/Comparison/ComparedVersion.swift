import Domain

/// A version of a prompt as one side of a comparison.
public struct ComparedVersion: Hashable, Sendable {
    /// As people call it: `6`, or the name of a file.
    public let name: String
    /// What else is known of it, such as `production · 2026-11-02 mk · 4f1c9a`.
    public let facts: String
    public let prompt: Prompt

    /// A side.
    public init(name: String, facts: String, prompt: Prompt) {
        (self.name, self.facts, self.prompt) = (name, facts, prompt)
    }
}
