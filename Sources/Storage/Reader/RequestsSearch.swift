import Domain

/// Looks for the first calls of an order, segment by segment.
struct RequestsSearch {
    private let query: RequestsQuery
    private let tests: [ContentTest]
    private var best: TopRows
    private(set) var clock: SearchClock

    init(_ query: RequestsQuery) {
        self.query = query
        // One more tells whether there are more.
        best = TopRows(limit: query.limit == .max ? .max : max(0, query.limit) + 1)
        clock = SearchClock(longest: query.longest)
        tests = query.filter.terms.filter { !$0.isNegated }.compactMap(ContentTest.init)
    }

    /// The best that were found, one more than asked for when there are more.
    var found: ArraySlice<TopRows.Entry> { best.sorted }

    /// Goes through the blocks of a segment, those with the best rows first.
    mutating func run(
        in segment: SegmentReader, _ filter: RowFilter, _ watch: SearchWatch, total: () throws -> Int64
    ) throws {
        // A plan may take reading all rows of a user: not where nothing can be among the best any more.
        let known = try segment.file.snapshot { try segment.blocks(query.range) }
        guard known.contains(where: { best.mayTake(query.order.best(of: $0)) }) else { return }
        var filter = filter
        let (plan, blocks) = try segment.file.snapshot {
            let plan = try segment.plan(query.filter)
            return (plan, try segment.blocks(query.range, plan))
        }
        guard plan.isPossible else { return clock.read += blocks.reduce(0) { $0 + $1.inferences } }
        let contents = tests.isEmpty ? nil : try ContentSearch(segment, tests)
        guard try searchLogs(contents, of: segment, watch, total: total) else { return }
        let ranks = try segment.rankedRows(query.order, plan)
        var waiting = blocks.sorted { query.order.best(of: $0) > query.order.best(of: $1) }[...]
        var atOnce = 1
        while let next = waiting.first, best.mayTake(query.order.best(of: next)) {
            guard try clock.goesOn(watch, total: total) else { return }
            let group = waiting.prefix(atOnce)
            waiting = waiting.dropFirst(atOnce)
            if group.contains(where: \.mayMatch) {
                try segment.file.snapshot {
                    var candidates: [Candidate] = []
                    for block in group where block.mayMatch {
                        for rows in plan.ranges(in: block.rows) {
                            try addCandidates(rows, ranks, readsPlaces: contents != nil, to: &candidates)
                        }
                    }
                    try look(at: candidates, in: segment, contents, &filter)
                }
            }
            clock.read += group.reduce(0) { $0 + $1.inferences }
            // Where little is found, more chunks at once keep several threads busy.
            if contents != nil { atOnce = min(atOnce * 2, Self.mostBlocksAtOnce) }
        }
    }

    /// A row whose place in the order is known, and no more.
    private struct Candidate {
        var row: Int64
        var rank: TopRows.Rank
        var place: ContentSearch.Place?
    }

    private func addCandidates(
        _ rows: ClosedRange<Int64>, _ ranks: PreparedStatement, readsPlaces: Bool, to candidates: inout [Candidate]
    ) throws {
        ranks.bind(rows.lowerBound, at: 1)
        ranks.bind(rows.upperBound, at: 2)
        ranks.bind(best.least, at: 3)
        defer { ranks.reset() }
        while try ranks.step() {
            let rank = query.order.rank(ranks.integer(1), end: ranks.integer(2))
            guard best.mayTake(rank) else { continue }
            candidates.append(
                Candidate(
                    row: ranks.integer(0), rank: rank, place: readsPlaces ? ContentSearch.Place(ranks, from: 3) : nil))
        }
    }

    private mutating func look(
        at candidates: [Candidate], in segment: SegmentReader, _ contents: ContentSearch?, _ filter: inout RowFilter
    ) throws {
        if let contents {
            let before = contents.bytes
            try contents.search(candidates.compactMap(\.place))
            clock.bytes += contents.bytes - before
        }
        for candidate in candidates where best.mayTake(candidate.rank) {
            if let contents, let place = candidate.place, !contents.mayMatch(place) { continue }
            guard let row = try segment.row(candidate.row), try filter.matches(row) else { continue }
            best.add(row, rank: candidate.rank, segment: segment.name)
            clock.found += 1
        }
    }

    /// Searches the log records of a segment; false when the search was ended.
    private mutating func searchLogs(
        _ contents: ContentSearch?, of segment: SegmentReader, _ watch: SearchWatch, total: () throws -> Int64
    ) throws -> Bool {
        guard let contents, let rows = try contents.logRows() else { return true }
        for first in stride(from: rows.lowerBound, through: rows.upperBound, by: Int(Self.logsAtOnce)) {
            guard try clock.goesOn(watch, total: total) else { return false }
            let before = contents.bytes
            try segment.file.snapshot {
                try contents.searchLogs(first...min(rows.upperBound, first + Self.logsAtOnce - 1))
            }
            clock.bytes += contents.bytes - before
        }
        return true
    }

    private static let logsAtOnce: Int64 = 2048
    private static let mostBlocksAtOnce = 8
}

extension SegmentReader {
    /// A statement over the rows between two numbers that rank at least as a third: number, rank, end and place of the contents of
    /// each, newest first. Reading a few columns is much cheaper than the whole row.
    fileprivate func rankedRows(_ order: RequestsQuery.Order, _ plan: RowPlan) throws -> PreparedStatement {
        try file.temporaryStatement(
            """
            SELECT s.id, \(order.expression), s.end_ns, \(ContentSearch.Place.columns)
            FROM \(spanTable().rawValue) s LEFT JOIN resolution r ON r.span = s.id
            WHERE s.id BETWEEN ? AND ? AND \(order.expression) >= ? AND \(plan.condition) ORDER BY s.id DESC
            """)
    }
}
