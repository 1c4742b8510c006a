/// What somebody thinks of a version. It is bound to what the version says: of another digest it says nothing.
public struct PromptReview: Hashable, Sendable {
    /// What is asked for.
    public enum Verdict: String, Hashable, Sendable, CaseIterable {
        case approve
        case requestChanges = "request_changes"
    }

    /// The version that was read.
    public let version: Int
    public let digest: ContentDigest
    public let verdict: Verdict
    /// In the reviewer's words; may be empty.
    public let comment: String
    /// Who read it.
    public let principal: String
    public let time: Timestamp

    /// A review.
    public init(
        version: Int, digest: ContentDigest, verdict: Verdict, comment: String, principal: String, time: Timestamp
    ) {
        (self.version, self.digest, self.verdict) = (version, digest, verdict)
        (self.comment, self.principal, self.time) = (comment, principal, time)
    }
}
