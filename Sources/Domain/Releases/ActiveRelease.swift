/// Which release an app serves since when, and why: the last of an app counts. Rolling back and rollouts move it alike.
public struct ActiveRelease: Hashable, Sendable {
    /// What moved it.
    public enum Cause: String, Hashable, Sendable, CaseIterable {
        /// A person chose it, such as the first one of an app.
        case chosen
        /// A person went back to an earlier one.
        case rollback
        /// A rollout came to its end with it.
        case rollout
    }

    public let app: String
    /// Its number within the app.
    public let number: Int
    /// Its identity.
    public let digest: ContentDigest
    /// The number of the one before; nil for the first.
    public let former: Int?
    public let cause: Cause
    /// Who moved it: a person, or `system`.
    public let principal: String
    public let reason: String
    /// Since when.
    public let time: Timestamp

    /// The app of `release` serves it from `time` on.
    public init(
        _ release: RegisteredRelease, former: Int?, cause: Cause, principal: String, reason: String, time: Timestamp
    ) {
        (app, number, digest) = (release.release.app, release.number, release.digest)
        (self.former, self.cause, self.principal) = (former, cause, principal)
        (self.reason, self.time) = (reason, time)
    }

    /// How the release is shown: `support-answer@r42`.
    public var name: String { "\(app)@r\(number)" }

    /// The move as the command line and the control API say it.
    public var json: JSON {
        [
            "app": .string(app), "id": .string(name), "number": JSON(number),
            "digest": .string(digest.description), "former": JSON(former), "cause": .string(cause.rawValue),
            "principal": .string(principal), "reason": .string(reason), "time": JSON(time),
        ]
    }

    /// The move that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let app = json["app"]?.string, let number = json["number"]?.integer.flatMap({ Int(exactly: $0) }),
            let digest = json["digest"]?.string.flatMap({ ContentDigest($0) }),
            let cause = json["cause"]?.string.flatMap({ Cause(rawValue: $0) }),
            let principal = json["principal"]?.string, let time = json.moment("time")
        else { return nil }
        (self.app, self.number, self.digest, self.cause) = (app, number, digest, cause)
        former = json["former"]?.integer.flatMap { Int(exactly: $0) }
        (self.principal, reason, self.time) = (principal, json["reason"]?.string ?? "", time)
    }
}
