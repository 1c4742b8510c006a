/// What somebody says that calls are to be compared with from now on.
public struct DriftReferenceDraft: Hashable, Sendable {
    public var subject: DriftSubject
    /// The sides that get the new reference; both when nil.
    public var side: DriftSignal.Side?
    /// An interval in which all was well; nil to learn anew from now on: what is now is the new normal.
    public var interval: TimeRange?
    /// Why, in one line.
    public var reason: String

    /// A choice of the given parts.
    public init(subject: DriftSubject, side: DriftSignal.Side? = nil, interval: TimeRange?, reason: String) {
        (self.subject, self.side, self.interval, self.reason) = (subject, side, interval, reason)
    }

    /// Bytes that the reason may have.
    public static let longestReason = 1024
    /// Bytes that a name may have.
    public static let longestName = 256

    /// The draft as the control API takes it.
    public var json: JSON {
        var members: [JSON.Member] = [
            .init("environment", .string(subject.environment)), .init("service", .string(subject.service)),
            .init("reason", .string(reason)),
        ]
        if let side { members.append(.init("side", .string(side.rawValue))) }
        if let interval {
            members.append(.init("from", JSON(interval.from)))
            members.append(.init("to", JSON(interval.to)))
        }
        return .object(members)
    }

    /// The draft that the body of a request says.
    ///
    /// - Throws: which member is wrong, and how.
    public init(_ json: JSON) throws(MalformedCommand) {
        let body = try CommandBody(json, members: ["environment", "service", "reason", "side", "from", "to"])
        guard let environment = try body.text("environment", limit: Self.longestName) else {
            throw .missing("environment")
        }
        guard let service = try body.text("service", limit: Self.longestName) else { throw .missing("service") }
        guard let reason = try body.text("reason", limit: Self.longestReason),
            reason.unicodeScalars.contains(where: { !$0.properties.isWhitespace && !$0.isHostile })
        else { throw MalformedCommand("reason: must say why") }
        let side = try body.text("side", limit: 16).map { (text) throws(MalformedCommand) in
            guard let side = DriftSignal.Side(rawValue: text) else {
                throw MalformedCommand("side: must be input or output; both when it is left out")
            }
            return side
        }
        func moment(_ name: String) throws(MalformedCommand) -> Timestamp? {
            try body.text(name, limit: 64).map { (text) throws(MalformedCommand) in
                guard let moment = Timestamp(rfc3339: text) else {
                    throw MalformedCommand("\(name): must be a moment such as 2026-11-24T03:04:00Z")
                }
                return moment
            }
        }
        let (from, to) = (try moment("from"), try moment("to"))
        let interval: TimeRange?
        switch (from, to) {
        case (nil, nil): interval = nil
        case (let from?, let to?) where to.since(from) >= .hours(1): interval = TimeRange(from: from, to: to)
        case (_?, _?): throw MalformedCommand("to: must be an hour or more after from")
        default: throw MalformedCommand("from and to: both are needed, or none to learn anew from now on")
        }
        self.init(
            subject: DriftSubject(environment: environment, service: service), side: side, interval: interval,
            reason: reason)
    }
}
