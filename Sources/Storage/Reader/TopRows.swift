import Domain

/// The best rows that were found so far.
struct TopRows {
    /// By what rows are ordered: larger first; equal ones by their end, newest first.
    struct Rank: Comparable {
        var first: Int64
        var second: Int64
        static func < (a: Rank, b: Rank) -> Bool { (a.first, a.second) < (b.first, b.second) }
    }

    /// A row with the segment in which it stands.
    struct Entry {
        var rank: Rank
        var segment: SegmentName
        var row: StoredRow
    }

    private var entries: [Entry] = []
    private let limit: Int

    init(_ order: RequestsQuery.Order, limit: Int) { self.limit = max(0, limit) }

    /// Whether a row of this rank can still be among them.
    func mayTake(_ rank: Rank) -> Bool {
        guard limit > 0 else { return false }
        guard entries.count >= limit * 2, let worst else {
            return entries.count < limit || worst.map { rank > $0 } ?? true
        }
        return rank > worst
    }

    mutating func add(_ row: StoredRow, rank: Rank, segment: SegmentName) {
        entries.append(Entry(rank: rank, segment: segment, row: row))
        guard entries.count >= limit * 2 else {
            if entries.count == limit { worst = entries.map(\.rank).min() }
            return
        }
        entries = Array(sorted)
        worst = entries.last?.rank
    }

    /// The best, best first.
    var sorted: ArraySlice<Entry> { entries.sorted { $0.rank > $1.rank }.prefix(limit) }

    /// The rank of the last one of which it is sure that it does not drop out; nil while there is room.
    private var worst: Rank?
}

extension RequestsQuery.Order {
    /// The rank of a row.
    func rank(of row: StoredRow) -> TopRows.Rank {
        let end = row.end.nanoseconds
        return switch self {
        case .newest: TopRows.Rank(first: end, second: 0)
        case .slowest: TopRows.Rank(first: row.duration ?? -1, second: end)
        case .costliest: TopRows.Rank(first: row.cost ?? -1, second: end)
        // A failed call comes before any that did not fail.
        case .worst: TopRows.Rank(first: (row.isError ? .max / 2 : 0) + min(row.duration ?? 0, .max / 4), second: end)
        }
    }

    /// The highest rank that a row of the block can have.
    func best(of block: RowBlockSummary) -> TopRows.Rank {
        switch self {
        case .newest: TopRows.Rank(first: block.lastEnd, second: 0)
        case .slowest: TopRows.Rank(first: block.longest, second: .max)
        case .costliest: TopRows.Rank(first: block.costliest, second: .max)
        case .worst:
            TopRows.Rank(first: (block.errors > 0 ? .max / 2 : 0) + min(block.longest, .max / 4), second: .max)
        }
    }
}
