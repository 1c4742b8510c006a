import Domain

/// What one log record says of a call.
struct SupplementRecord {
    /// Which of several records of one span counts, in whatever order they come: the first of those that know the usage, else the first.
    struct Rank: Comparable {
        var lacksUsage: Bool
        /// Nanoseconds since 1970.
        var time: Int64
        /// Of the log record, for those of one moment.
        var identity: Int64

        static func < (a: Rank, b: Rank) -> Bool {
            (a.lacksUsage ? 1 : 0, a.time, a.identity) < (b.lacksUsage ? 1 : 0, b.time, b.identity)
        }
    }

    var supplement: CallSupplement
    var rank: Rank

    init(_ supplement: CallSupplement, time: Int64, identity: Int64) {
        self.supplement = supplement
        rank = Rank(lacksUsage: !supplement.usage.isKnown, time: time, identity: identity)
    }
}
