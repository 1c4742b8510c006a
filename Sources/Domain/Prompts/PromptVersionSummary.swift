/// What is known of a version of a prompt beside what it says.
public struct PromptVersionSummary: Hashable, Sendable {
    /// From 1, within the name.
    public let number: Int
    /// Of the prompt alone: two versions that say the same have the same digest.
    public let digest: ContentDigest
    /// Who pushed it, as the collector found out (`os:anna`).
    public let author: String
    /// Why, in the author's words; may be empty.
    public let message: String
    /// The Git commit of the file; nil when it was in none, or had changes that were not committed.
    public let commit: String?
    /// Who made that commit, as Git says; nobody checked it.
    public let commitAuthor: String?
    public let created: Timestamp
    /// The model that the prompt names; nil when the application chooses.
    public let model: String?

    /// What is known of a version.
    public init(
        number: Int, digest: ContentDigest, author: String, message: String, commit: String? = nil,
        commitAuthor: String? = nil, created: Timestamp, model: String? = nil
    ) {
        (self.number, self.digest, self.author, self.message) = (number, digest, author, message)
        (self.commit, self.commitAuthor, self.created, self.model) = (commit, commitAuthor, created, model)
    }
}
