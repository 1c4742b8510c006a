import Domain

/// What may be kept of telemetry.
public struct RedactionPolicy: Sendable {
    /// Masks texts of every kind.
    public let masker: Masker
    /// Masks prompts, answers and documents where they are `masked`.
    public let contentMasker: Masker
    /// What is done with attributes, and with members of JSON in texts, by their keys.
    public let keys: KeyRules
    /// What is kept of contents, by environment.
    public let environments: [String: ContentCapture]
    /// What is kept of contents in other environments.
    public let content: ContentCapture
    /// Makes pseudonyms; nil when no rule asks for any.
    public let pseudonyms: Pseudonyms?

    /// A policy.
    ///
    /// - Parameters:
    ///   - kinds: what is masked in all texts.
    ///   - quotesMarks: whether what looks like a mark already is put into quotation marks: not in what was redacted before.
    public init(
        kinds: SensitiveKinds = .usual, keys: KeyRules = KeyRules(), environments: [String: ContentCapture] = [:],
        content: ContentCapture = .full, pseudonyms: Pseudonyms? = nil, quotesMarks: Bool = true
    ) {
        masker = Masker(Detector(kinds: kinds, keys: keys), quotesMarks: quotesMarks, pseudonyms: pseudonyms)
        contentMasker = Masker(
            Detector(kinds: kinds.union(.personal), keys: keys), quotesMarks: quotesMarks, pseudonyms: pseudonyms)
        (self.keys, self.environments, self.content, self.pseudonyms) = (keys, environments, content, pseudonyms)
    }

    /// What is kept of contents in `environment`.
    public func capture(in environment: String) -> ContentCapture { environments[environment] ?? content }
}
