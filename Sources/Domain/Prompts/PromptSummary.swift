/// A prompt in the list of all of them.
public struct PromptSummary: Hashable, Sendable {
    public let name: String
    /// The newest version.
    public let latest: PromptVersionSummary
    /// Where each label stands and since when, by name.
    public let labels: [PromptLabelMove]

    /// A prompt of which `latest` is the newest version.
    public init(name: String, latest: PromptVersionSummary, labels: [PromptLabelMove]) {
        (self.name, self.latest, self.labels) = (name, latest, labels)
    }
}
