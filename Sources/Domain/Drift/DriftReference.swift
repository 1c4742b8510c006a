/// What calls are compared with: an interval in which all was well. It never moves by itself.
public struct DriftReference: Hashable, Sendable {
    public var subject: DriftSubject
    public var side: DriftSignal.Side
    /// Whole hours; `to` is nil while it is being learned.
    public var from: Timestamp
    public var to: Timestamp?
    /// Calls in it so far.
    public var calls: Int64
    /// The release with which it began; nil when nobody says, or it does not matter.
    public var release: String?
    /// Who chose it: `os:` and a name, or `system`.
    public var principal: String
    /// Why, in words.
    public var reason: String
    /// When it was chosen.
    public var chosen: Timestamp

    /// A reference that begins at `from`.
    public init(
        subject: DriftSubject, side: DriftSignal.Side, from: Timestamp, to: Timestamp? = nil, calls: Int64 = 0,
        release: String? = nil, principal: String, reason: String, chosen: Timestamp
    ) {
        (self.subject, self.side, self.from, self.to) = (subject, side, from, to)
        (self.calls, self.release, self.principal) = (calls, release, principal)
        (self.reason, self.chosen) = (reason, chosen)
    }

    /// Whether nothing can be compared with it yet.
    public var isLearning: Bool { to == nil }
    /// Whether it is long enough that an hour is compared with the same hours of it.
    public var isHourMatched: Bool { to.map { $0.since(from) >= .days(7) } ?? false }
}
