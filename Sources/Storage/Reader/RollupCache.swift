/// Answers of rollups that hold until a segment is folded again: what comes in between is added to a copy.
struct RollupCache {
    /// What was folded when it was asked, and how often each segment had been.
    struct Entry {
        var folded: RollupAnswer
        var folds: [SegmentName: Int64]
    }

    private var entries: [RollupQuery: Entry] = [:]
    private var cells = 0

    subscript(query: RollupQuery) -> Entry? { entries[query] }

    /// Keeps an answer, and forgets all others when there are too many.
    mutating func keep(_ entry: Entry, of query: RollupQuery) {
        guard entry.folded.cells.count <= Self.mostCells else { return }
        cells += entry.folded.cells.count
        if cells > Self.mostCells { (entries, cells) = ([:], entry.folded.cells.count) }
        entries[query] = entry
    }

    /// About 3 kB each.
    private static let mostCells = 4000
}
