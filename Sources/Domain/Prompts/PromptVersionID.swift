/// A version of a prompt, and what it says: the digest is of the prompt alone.
public struct PromptVersionID: Hashable, Sendable, CustomStringConvertible {
    public let name: String
    /// From 1, within the name.
    public let number: Int
    public let digest: ContentDigest

    /// The version `number` of `name`, which says what `digest` stands for.
    public init(name: String, number: Int, digest: ContentDigest) {
        (self.name, self.number, self.digest) = (name, number, digest)
    }

    /// `support-answer@7`.
    public var description: String { "\(name)@\(number)" }
}
