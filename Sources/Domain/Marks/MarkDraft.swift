/// A change that a person or a deploy script wants to have on the charts.
public struct MarkDraft: Hashable, Sendable {
    /// What was done, in one line.
    public var text: String
    /// `deploy`, or `note` for what is no change.
    public var kind: Mark.Kind
    /// The service that it is about; nil for all.
    public var service: String?
    /// The environment that it is about; nil for all.
    public var environment: String?
    /// When it was done; nil for now.
    public var time: Timestamp?

    /// A change of the given parts.
    public init(
        text: String, kind: Mark.Kind = .deploy, service: String? = nil, environment: String? = nil,
        time: Timestamp? = nil
    ) {
        (self.text, self.kind, self.service) = (text, kind, service)
        (self.environment, self.time) = (environment, time)
    }

    /// The kinds that people may say; the others are found out.
    public static let kinds: [Mark.Kind] = [.deploy, .note]
    /// Bytes that the text may have.
    public static let longestText = 1024
    /// Bytes that the name of a service or environment may have.
    public static let longestName = 256

    /// The draft as the control API takes it.
    public var json: JSON {
        var members: [JSON.Member] = [.init("text", .string(text)), .init("kind", .string(kind.rawValue))]
        if let service { members.append(.init("service", .string(service))) }
        if let environment { members.append(.init("environment", .string(environment))) }
        if let time { members.append(.init("time", .string(time.rfc3339()))) }
        return .object(members)
    }

    /// The draft that the body of a request says.
    ///
    /// - Throws: which member is wrong, and how.
    public init(_ json: JSON) throws(MalformedCommand) {
        let body = try CommandBody(json, members: ["text", "kind", "service", "environment", "time"])
        guard let text = try body.text("text", limit: Self.longestText) else { throw .missing("text") }
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace && !$0.isHostile }) else {
            throw MalformedCommand("text: must say something")
        }
        let kind = try body.text("kind", limit: 64).map { (name) throws(MalformedCommand) in
            guard let kind = Self.kinds.first(where: { $0.rawValue == name }) else {
                throw MalformedCommand("kind: must be \(Self.kinds.map(\.rawValue).joined(separator: " or "))")
            }
            return kind
        }
        let time = try body.text("time", limit: 64).map { (text) throws(MalformedCommand) in
            guard let time = Timestamp(rfc3339: text) else {
                throw MalformedCommand("time: must be a moment such as 2026-11-24T03:04:00Z")
            }
            return time
        }
        self.init(
            text: text, kind: kind ?? .deploy, service: try body.text("service", limit: Self.longestName),
            environment: try body.text("environment", limit: Self.longestName), time: time)
    }
}
