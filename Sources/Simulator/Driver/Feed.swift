import Domain

/// The workload in the order in which an SDK would send it: a span once it has ended, the earliest end first.
struct Feed: Sendable {
    /// What is to be sent at one time.
    struct Batch: Sendable {
        var spans: [ReportedSpan]
        var verdicts: [ReportedEvent]
    }

    private let workload: Workload
    /// Turns that begin before this moment have been taken in.
    private(set) var moment: Timestamp
    private var pending = Batch(spans: [], verdicts: [])

    init(_ workload: Workload, from start: Timestamp) {
        self.workload = workload
        moment = start
    }

    /// What ended up to this moment and has not been given before.
    mutating func batch(until time: Timestamp) -> Batch {
        guard time > moment else { return Batch(spans: [], verdicts: []) }
        for turn in workload.turns(in: TimeRange(from: moment, to: time)) {
            pending.spans += turn.spans
            pending.verdicts += turn.verdicts
        }
        moment = time
        return Batch(
            spans: Self.take(from: &pending.spans, until: time, \.end),
            verdicts: Self.take(from: &pending.verdicts, until: time, \.time))
    }

    private static func take<Record>(
        from pending: inout [Record], until time: Timestamp, _ moment: (Record) -> Timestamp
    ) -> [Record] {
        pending.sort { moment($0) < moment($1) }
        let count = pending.firstIndex { moment($0) > time } ?? pending.count
        defer { pending.removeFirst(count) }
        return Array(pending[..<count])
    }
}
