import Domain

/// The times by which something is filed, found from those that it claims. Clients claim any time at all: zero, seconds
/// instead of nanoseconds, the year 2262. What cannot be is filed by when it came, and flagged; nothing is refused for it.
struct FilingTimes: Equatable {
    var start: Timestamp
    var end: Timestamp
    /// Nil when it ended before it began, or when a time cannot be.
    var duration: Nanoseconds?
    /// `.time` when it is filed by receipt, `.clock` when it ended before it began.
    var flags: TelemetryFlags = []

    /// The times of a span.
    ///
    /// - Parameters:
    ///   - start: as sent, nanoseconds since 1970.
    ///   - end: as sent, nanoseconds since 1970.
    ///   - received: when the request came.
    ///   - retention: how long spans are kept: no segment is opened for days that retention would remove again.
    init(start: UInt64, end: UInt64, received: Timestamp, retention: Nanoseconds) {
        let claimed = (start: FilingTimes.plausible(start, received), end: FilingTimes.plausible(end, received))
        if end < start {
            flags.insert(.clock)
        } else if let start = claimed.start, let end = claimed.end {
            duration = end.since(start)
        }
        let oldest = received.advanced(by: -retention)
        // A span that is still open, or whose clock ran backwards, has no end of its own: it is filed where it began.
        let filedEnd = end < start ? claimed.start : claimed.end
        if let start = claimed.start, let filedEnd, start >= oldest {
            (self.start, self.end) = (start, filedEnd)
        } else {
            flags.insert(.time)
            (self.start, self.end) = (received, received)
        }
    }

    /// The time of something that happened at one moment; see `init(start:end:received:retention:)`.
    static func moment(_ time: UInt64, received: Timestamp, retention: Nanoseconds) -> Timestamp {
        FilingTimes(start: time, end: time, received: received, retention: retention).start
    }

    /// `time` when it is one that something may be filed by; nil when it cannot be, or lies before what is kept.
    static func kept(_ time: UInt64, received: Timestamp, retention: Nanoseconds) -> Timestamp? {
        plausible(time, received).flatMap { $0 >= received.advanced(by: -retention) ? $0 : nil }
    }

    /// `time` when it lies between the year 2000 and a day from now.
    private static func plausible(_ time: UInt64, _ now: Timestamp) -> Timestamp? {
        guard let nanoseconds = Int64(exactly: time) else { return nil }
        let moment = Timestamp(nanoseconds: nanoseconds)
        return moment >= year2000 && moment <= now.advanced(by: .hours(24)) ? moment : nil
    }

    private static let year2000 = Day(number: 10_957).start
}
