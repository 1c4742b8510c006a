/// What somebody wants of a rollout.
public struct RolloutCommand: Hashable, Sendable {
    /// What is to happen.
    public enum Verb: String, Hashable, Sendable, CaseIterable {
        /// Agree to leave the step.
        case approve
        /// Go to the next step now.
        case promote
        /// Go to the end now.
        case promoteFully = "promote_fully"
        case hold
        case resume
        /// End it; the baseline serves everybody.
        case abort
        /// The same, because the canary is found harmful.
        case rollback
        case note

        /// Whether it may give the canary more traffic, so that it is bound to what was seen.
        public var isBound: Bool {
            switch self {
            case .approve, .promote, .promoteFully, .resume: true
            case .hold, .abort, .rollback, .note: false
            }
        }
    }

    public var verb: Verb
    /// Why; must not be empty.
    public var reason: String
    /// What the person saw; needed by verbs that are bound.
    public var basis: ContentDigest?
    /// The name of the canary release, typed, to go past what gates or people have not agreed to.
    public var override: String?

    /// A command of the given parts.
    public init(_ verb: Verb, reason: String, basis: ContentDigest? = nil, override: String? = nil) {
        (self.verb, self.reason, self.basis, self.override) = (verb, reason, basis, override)
    }

    /// Bytes that a reason may have.
    public static let longestReason = 4 << 10

    /// The body as the control API takes it.
    public var json: JSON {
        var members: [JSON.Member] = [.init("reason", .string(reason))]
        if let basis { members.append(.init("evidence_digest", .string(basis.description))) }
        if let override { members.append(.init("override", .string(override))) }
        return .object(members)
    }

    /// The command that the body of a request says.
    ///
    /// - Throws: which member is wrong, and how.
    public init(_ verb: Verb, _ json: JSON) throws(MalformedCommand) {
        let body = try CommandBody(json, members: ["reason", "evidence_digest", "override"])
        guard let reason = try body.text("reason", limit: Self.longestReason),
            reason.unicodeScalars.contains(where: { !$0.properties.isWhitespace })
        else { throw .missing("reason") }
        let basis = try body.text("evidence_digest", limit: 64).map { (text) throws(MalformedCommand) in
            guard let digest = ContentDigest(text) else {
                throw MalformedCommand("evidence_digest: must be 64 hexadecimal digits")
            }
            return digest
        }
        guard basis != nil || !verb.isBound else { throw .missing("evidence_digest") }
        self.init(verb, reason: reason, basis: basis, override: try body.text("override", limit: 256))
    }
}
