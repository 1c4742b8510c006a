/// What somebody wants not to hear.
public struct SilenceDraft: Hashable, Sendable {
    public var covers: Silence.Covers
    /// For how long from now on; at most thirty days.
    public var length: Nanoseconds
    /// Why; must not be empty.
    public var reason: String

    /// A silence of the given parts.
    public init(covers: Silence.Covers, length: Nanoseconds, reason: String) {
        (self.covers, self.length, self.reason) = (covers, length, reason)
    }

    /// The longest that a silence may last.
    public static let longest: Nanoseconds = .days(30)
    /// Bytes that a reason or a note may have.
    public static let longestText = 4 << 10

    /// The draft as the control API takes it: one of `alert`, `rule` and a dimension (`service`, `release` …) with its value.
    public var json: JSON {
        let covered: JSON.Member =
            switch covers {
            case .alert(let id): .init("alert", .string(id.description))
            case .rule(let name): .init("rule", .string(name))
            case .label(let dimension, let value): .init(dimension.rawValue, .string(value))
            }
        return .object([
            covered, .init("seconds", .integer(length.count / 1_000_000_000)), .init("reason", .string(reason)),
        ])
    }

    /// The draft that the body of a request says.
    ///
    /// - Throws: which member is wrong, and how.
    public init(_ json: JSON) throws(MalformedCommand) {
        let dimensions = Dimension.allCases.filter(\.isSeries)
        let body = try CommandBody(
            json, members: Set(["alert", "rule", "seconds", "reason"] + dimensions.map(\.rawValue)))
        var covered: [Silence.Covers] = []
        if let text = try body.text("alert", limit: 64) {
            guard let id = AlertID(text) else { throw MalformedCommand("alert: must be 12 hexadecimal digits") }
            covered.append(.alert(id))
        }
        if let name = try body.text("rule", limit: 256) { covered.append(.rule(name)) }
        for dimension in dimensions {
            if let value = try body.text(dimension.rawValue, limit: 256) { covered.append(.label(dimension, value)) }
        }
        guard let covers = covered.first, covered.count == 1 else {
            throw MalformedCommand("one of alert, rule or a dimension must be there, and only one")
        }
        guard let seconds = try body.integer("seconds") else { throw .missing("seconds") }
        guard seconds > 0, seconds <= Self.longest.count / 1_000_000_000 else {
            throw MalformedCommand("seconds: must be 1 to \(Self.longest.count / 1_000_000_000), which is thirty days")
        }
        guard let reason = try body.text("reason", limit: Self.longestText) else { throw .missing("reason") }
        self.init(covers: covers, length: .seconds(seconds), reason: reason)
    }
}
