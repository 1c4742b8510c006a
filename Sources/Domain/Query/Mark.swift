/// Something that changed at a moment, for charts and the list of what changed.
public struct Mark: Hashable, Sendable {
    /// What kind of change it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// A release was seen for the first time.
        case release
        /// Another model answers under the name that was asked for.
        case model
        /// A service was seen for the first time.
        case source
        /// A prompt version was seen for the first time.
        case prompt

        /// The dimension of which `subject` is a value.
        public var dimension: Dimension {
            switch self {
            case .release: .release
            case .model: .model
            case .source: .service
            case .prompt: .prompt
            }
        }
    }

    public var time: Timestamp
    public var kind: Kind
    public var service: String?
    /// One line in plain words.
    public var text: String
    /// The release, model, service or prompt version that is new; nil when it is not known by name.
    public var subject: String?

    /// A change of `kind` at `time`.
    public init(time: Timestamp, kind: Kind, service: String?, text: String, subject: String? = nil) {
        (self.time, self.kind, self.service, self.text) = (time, kind, service, text)
        self.subject = subject
    }
}
