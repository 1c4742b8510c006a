/// A half-open interval of time: `from` belongs to it, `to` does not. `to` is never before `from`.
public struct TimeRange: Hashable, Sendable {
    /// The first moment of the range.
    public let from: Timestamp
    /// The first moment after the range.
    public let to: Timestamp

    /// The range between two moments, whichever comes first.
    public init(from: Timestamp, to: Timestamp) {
        self.from = min(from, to)
        self.to = max(from, to)
    }

    /// The range of the given length that ends at `end`.
    public init(last length: Nanoseconds, before end: Timestamp) {
        self.init(from: end.advanced(by: -length), to: end)
    }

    /// How long the range is.
    public var length: Nanoseconds { to.since(from) }
    /// Whether `moment` lies in the range.
    public func contains(_ moment: Timestamp) -> Bool { moment >= from && moment < to }
    /// The UTC days that the range touches, oldest first; empty for an empty range.
    public var days: ClosedRange<Int32>? {
        from == to ? nil : from.day.number...Timestamp(nanoseconds: to.nanoseconds &- 1).day.number
    }
}
