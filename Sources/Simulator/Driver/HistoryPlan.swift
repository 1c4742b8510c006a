import Domain

/// Which share of the sessions of the past is filled in, so that a long history fits into a number of spans: the newest part whole, and
/// before it the less the longer ago.
struct HistoryPlan: Sendable {
    /// Where the history ends.
    let now: Timestamp
    /// How far it goes back.
    let length: Nanoseconds
    /// How long the newest part is, of which nothing is left out.
    let whole: Nanoseconds

    /// The share that is never gone below, so that a chart of a day has no holes: at ten questions a second, seven a minute.
    private static let least = 0.012

    /// The plan whose history has at most `budget` spans, where `spansPerSecond` are expected at a moment.
    init(
        now: Timestamp, length: Nanoseconds, budget: Int, spansPerSecond: (Timestamp) -> Double
    ) {
        self.now = now
        self.length = length
        let minute = Nanoseconds.minutes(1)
        let minutes = max(length.count / minute.count, 0)
        let expected = (0..<minutes).map { spansPerSecond(now.advanced(by: .minutes(-$0))) * 60 }
        // A twentieth is kept back: what really happens differs from what is expected.
        let allowed = Double(budget) * 0.95
        var (low, high): (Int64, Int64) = (0, minutes)
        while low < high {
            let middle = (low + high + 1) / 2
            let spans = expected.enumerated().reduce(0.0) { sum, minute in
                sum + minute.element * Self.share(age: .minutes(Int64(minute.offset)), whole: .minutes(middle))
            }
            if spans <= allowed { low = middle } else { high = middle - 1 }
        }
        whole = .minutes(low)
    }

    /// The share of the sessions that take place at a moment; all of them after the history.
    func density(at time: Timestamp) -> Double {
        let age = now.since(time)
        return age > length ? 0 : Self.share(age: age, whole: whole)
    }

    /// How much time to fill in at once, so that a batch is of a useful size.
    func step(at time: Timestamp) -> Nanoseconds {
        Nanoseconds(seconds: min(10 / max(density(at: time), Self.least), 600))
    }

    private static func share(age: Nanoseconds, whole: Nanoseconds) -> Double {
        if age <= whole { return 1 }
        let ratio = whole.seconds / age.seconds
        return max(ratio * ratio, least)
    }
}
