/// A release as somebody made it.
public struct RegisteredRelease: Hashable, Sendable {
    /// From 1, within the app; people say `r42`.
    public let number: Int
    /// Its identity.
    public let digest: ContentDigest
    public let release: Release
    /// Who made it.
    public let author: String
    /// Why, in the author's words; may be empty.
    public let message: String
    public let created: Timestamp

    /// A release that was made.
    public init(
        number: Int, digest: ContentDigest, release: Release, author: String, message: String, created: Timestamp
    ) {
        (self.number, self.digest, self.release) = (number, digest, release)
        (self.author, self.message, self.created) = (author, message, created)
    }

    /// How people call it within its app: `r42`.
    public var shortName: String { "r\(number)" }
    /// How it is shown, and what spans and OFREP variants are resolved to: `support-answer@r42`.
    public var name: String { "\(release.app)@r\(number)" }

    /// The release as the command line and the control API say it.
    public var json: JSON {
        [
            "id": .string(name), "number": JSON(number), "digest": .string(digest.description),
            "release": release.json, "author": .string(author), "message": .string(message),
            "created": JSON(created),
        ]
    }

    /// The release that `json` says; nil when it is something else.
    public init?(_ json: JSON) {
        guard let number = json["number"]?.integer.flatMap({ Int(exactly: $0) }),
            let digest = json["digest"]?.string.flatMap({ ContentDigest($0) }),
            let release = json["release"].flatMap({ Release($0) }), let author = json["author"]?.string,
            let created = json.moment("created")
        else { return nil }
        self.init(
            number: number, digest: digest, release: release, author: author,
            message: json["message"]?.string ?? "", created: created)
    }
}
