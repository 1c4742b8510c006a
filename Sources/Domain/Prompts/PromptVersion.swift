/// A prompt as it was pushed. A version never changes.
public struct PromptVersion: Hashable, Sendable {
    /// From 1, within the name.
    public let number: Int
    /// Of the prompt alone: two versions that say the same have the same digest.
    public let digest: ContentDigest
    public let prompt: Prompt
    /// Who pushed it.
    public let author: String
    /// Why, in the author's words.
    public let message: String
    /// The Git commit of the file; nil when it was in none.
    public let commit: String?
    public let created: Timestamp

    /// A pushed prompt.
    public init(
        number: Int, digest: ContentDigest, prompt: Prompt, author: String, message: String, commit: String? = nil,
        created: Timestamp
    ) {
        (self.number, self.digest, self.prompt) = (number, digest, prompt)
        (self.author, self.message, self.commit, self.created) = (author, message, commit, created)
    }
}
