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
    /// Of the best of them, best first.
    private var ranks: [Rank] = []
    private let limit: Int

    init(limit: Int) { self.limit = max(0, limit) }

    /// Rows whose order is below this one cannot be among them.
    var least: Int64 { worst?.first ?? .min }

    /// Whether a row of this rank can still be among them.
    func mayTake(_ rank: Rank) -> Bool { limit > 0 && worst.map { rank > $0 } ?? true }

    mutating func add(_ row: StoredRow, rank: Rank, segment: SegmentName) {
        entries.append(Entry(rank: rank, segment: segment, row: row))
        guard limit < .max else { return }
        ranks.insert(rank, at: ranks.partition { $0 < rank })
        if ranks.count > limit { ranks.removeLast() }
        if entries.count >= limit.multipliedReportingOverflow(by: 2).partialValue { entries = Array(sorted) }
    }

    /// The best, best first.
    var sorted: ArraySlice<Entry> { entries.sorted { $0.rank > $1.rank }.prefix(limit) }

    /// The lowest rank of as many as are wanted; nil while there are fewer.
    private var worst: Rank? { ranks.count == limit ? ranks.last : nil }
}

extension [TopRows.Rank] {
    /// The first index at which `isBehind` holds, which does from there on.
    fileprivate func partition(where isBehind: (TopRows.Rank) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension RequestsQuery.Order {
    /// What orders rows, as an expression of SQL.
    var expression: String {
        switch self {
        case .newest: "s.end_ns"
        case .oldest: "-s.end_ns"
        case .slowest: "coalesce(s.duration_ns, -1)"
        case .costliest: "coalesce(s.computed_cost, s.reported_cost, -1)"
        // A failed call comes before any that did not fail.
        case .worst: "s.is_error * \(Self.failure) + min(coalesce(s.duration_ns, 0), \(Self.longest))"
        }
    }

    private static let failure = Int64.max / 2
    private static let longest = Int64.max / 4

    /// The highest rank that a row of the block can have.
    func best(of block: RowBlockSummary) -> TopRows.Rank {
        switch self {
        case .newest: TopRows.Rank(first: block.lastEnd, second: .max)
        case .oldest: TopRows.Rank(first: block.firstEnd == .min ? .max : -block.firstEnd, second: .max)
        case .slowest, .costliest, .worst: best(of: block.peaks)
        }
    }

    /// The highest rank that calls with these peaks can have.
    @inline(__always)
    func best(of peaks: CallPeaks) -> TopRows.Rank {
        switch self {
        case .newest, .oldest: TopRows.Rank(first: .max, second: .max)
        case .slowest: TopRows.Rank(first: peaks.longest, second: .max)
        case .costliest: TopRows.Rank(first: peaks.costliest, second: .max)
        case .worst where peaks.longestFailure >= 0:
            TopRows.Rank(first: Self.failure + min(peaks.longestFailure, Self.longest), second: .max)
        case .worst: TopRows.Rank(first: min(peaks.longest, Self.longest), second: .max)
        }
    }

    /// Whether numbers of calls order them, rather than time.
    var isByNumber: Bool { self != .newest && self != .oldest }
}
