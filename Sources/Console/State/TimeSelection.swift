import Domain

/// Which time is looked at: how much of it, and up to when.
public struct TimeSelection: Hashable, Sendable {
    /// Up to when.
    public enum Mode: Hashable, Sendable {
        /// Up to now, and moving.
        case live
        /// Stopped at what was shown at that moment.
        case paused(Timestamp)
        /// Looking back: what happened up to that moment.
        case past(Timestamp)
    }

    /// How far back from there: at least a minute, at most 400 days, or the nearest of both.
    public var length: Nanoseconds {
        didSet { length = Self.possible(length) }
    }
    /// Up to when.
    public var mode: Mode

    /// The last `length`, or the nearest that is possible, up to what `mode` says.
    public init(length: Nanoseconds, mode: Mode = .live) {
        (self.length, self.mode) = (Self.possible(length), mode)
    }

    private static func possible(_ length: Nanoseconds) -> Nanoseconds {
        min(max(length, bounds.lowerBound), bounds.upperBound)
    }

    /// The lengths that people choose from.
    static let lengths: [Nanoseconds] = [
        .minutes(5), .minutes(15), .hours(1), .hours(3), .hours(6), .hours(12), .hours(24), .days(2), .days(7),
        .days(30),
    ]
    /// The shortest and the longest one that can be typed.
    static let bounds = Nanoseconds.minutes(1)...Nanoseconds.days(400)

    /// The last moment looked at when it is `now`.
    func end(now: Timestamp) -> Timestamp {
        switch mode {
        case .live: now
        case .paused(let moment), .past(let moment): moment
        }
    }

    /// Moves the window by `windows` of its own length; what would reach beyond `now` is live.
    mutating func shift(by windows: Int64, now: Timestamp) {
        let distance = Nanoseconds(length.count.multipliedReportingOverflow(by: windows).partialValue)
        let moved = end(now: now).advanced(by: distance)
        mode = moved >= now ? .live : .past(max(moved, Timestamp(nanoseconds: 0)))
    }

    /// The next longer length (or the next shorter one) than the present one; nil at the end.
    func neighbour(longer: Bool) -> Nanoseconds? {
        longer ? Self.lengths.first { $0 > length } : Self.lengths.last { $0 < length }
    }
}
