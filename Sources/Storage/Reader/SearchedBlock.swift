/// A block of which some rows are still to be looked at.
struct SearchedBlock {
    let summary: RowBlockSummary
    /// Its LLM calls that may match, the best last; nil before their list was read.
    private(set) var calls: [RankedCall]?
    private var callsAtOnce = 4

    /// A call and the highest rank that it can have.
    struct RankedCall {
        var row: Int64
        var rank: TopRows.Rank
    }

    init(_ summary: RowBlockSummary) { self.summary = summary }

    /// The highest rank that one of the calls has that are left; nil when none is.
    var best: TopRows.Rank? { calls?.last?.rank }

    mutating func list(_ calls: [RankedCall]) { self.calls = calls.sorted { $0.rank < $1.rank } }

    /// Takes out the rows of the best that are left, in ascending order; twice as many as the time before, so that a block in which
    /// little matches is soon read as a whole.
    mutating func takeRows() -> [Int64] {
        let taken = calls?.suffix(callsAtOnce) ?? []
        calls?.removeLast(taken.count)
        callsAtOnce *= 2
        return taken.map(\.row).sorted()
    }
}
