/// A prompt as it was pushed. A version never changes.
public struct PromptVersion: Hashable, Sendable {
    /// Who pushed it when, and why.
    public let summary: PromptVersionSummary
    public let prompt: Prompt

    /// A pushed prompt.
    public init(_ summary: PromptVersionSummary, prompt: Prompt) { (self.summary, self.prompt) = (summary, prompt) }

    /// From 1, within the name.
    public var number: Int { summary.number }
    /// Of the prompt alone: two versions that say the same have the same digest.
    public var digest: ContentDigest { summary.digest }
    /// Which version of which prompt it is.
    public var id: PromptVersionID { PromptVersionID(name: prompt.name, number: number, digest: digest) }
}
