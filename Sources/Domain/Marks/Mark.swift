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
        /// A service is instrumented by another version of a library.
        case instrumentation
        /// A service asks a model with other parameters: temperature, most tokens, ….
        case parameters
        /// A service that used to call fell silent.
        case silence
        /// The table of prices changed.
        case prices
        /// The configuration of the collector changed.
        case configuration
        /// The rules of alerts changed.
        case rules
        /// A label was put on another version of a prompt.
        case label
        /// An app serves another release.
        case activation
        /// A person or a deploy script said that something was deployed.
        case deploy
        /// A person noted something that is no change.
        case note

        /// The dimension of which `subject` is a value; nil where the calls do not say which side of the change they are on.
        public var dimension: Dimension? {
            switch self {
            case .release, .activation: .release
            case .model, .parameters: .model
            case .source, .silence: .service
            case .prompt, .label: .prompt
            case .instrumentation, .prices, .configuration, .rules, .deploy, .note: nil
            }
        }
    }

    public var time: Timestamp
    public var kind: Kind
    public var service: String?
    /// The environment that it is about; nil when it is about all, or nobody knows.
    public var environment: String?
    /// One line in plain words.
    public var text: String
    /// The value of the kind's dimension that it is about, such as the release that is new; nil when it is not known by name.
    public var subject: String?
    /// What `subject` took the place of; nil when that is not known, or it came beside what was there.
    public var former: String?
    /// Who said it: `os:` and a name, or `system` for the collector; nil for what was seen in telemetry.
    public var principal: String?

    /// A change of `kind` at `time`.
    public init(
        time: Timestamp, kind: Kind, service: String?, text: String, subject: String? = nil,
        former: String? = nil, environment: String? = nil, principal: String? = nil
    ) {
        (self.time, self.kind, self.service, self.text) = (time, kind, service, text)
        (self.subject, self.former, self.environment, self.principal) = (subject, former, environment, principal)
    }
}

extension Mark {
    /// The change as the control API says it.
    public var json: JSON {
        [
            "time": .string(time.rfc3339()), "kind": .string(kind.rawValue), "text": .string(text),
            "service": JSON(service), "environment": JSON(environment), "principal": JSON(principal),
        ]
    }

    /// The change that `json` says; nil when it does not.
    public init?(_ json: JSON) {
        guard let time = json["time"]?.string.flatMap({ Timestamp(rfc3339: $0) }),
            let kind = json["kind"]?.string.flatMap({ Kind(rawValue: $0) }), let text = json["text"]?.string
        else { return nil }
        self.init(
            time: time, kind: kind, service: json["service"]?.string, text: text,
            environment: json["environment"]?.string, principal: json["principal"]?.string)
    }
}
