import Domain

/// A segment of which a search has begun to read blocks.
struct SearchedSegment {
    let reader: SegmentReader
    let plan: RowPlan
    var filter: RowFilter
    /// What searches the contents; nil when nothing in them is asked for.
    let contents: ContentSearch?
    private let order: RequestsQuery.Order
    private let ranks: PreparedStatement

    init(
        _ reader: SegmentReader, _ plan: RowPlan, _ filter: RowFilter, _ order: RequestsQuery.Order,
        _ contents: ContentSearch?
    ) throws {
        (self.reader, self.plan, self.filter, self.order) = (reader, plan, filter, order)
        self.contents = contents
        // Reading a few columns is much cheaper than the whole row.
        ranks = try reader.file.temporaryStatement(
            """
            SELECT s.id, \(order.expression), s.end_ns, \(ContentSearch.Place.columns)
            FROM \(reader.spanTable().rawValue) s LEFT JOIN resolution r ON r.span = s.id
            WHERE s.id BETWEEN ? AND ? AND \(order.expression) >= ? AND \(plan.condition) ORDER BY s.id DESC
            """)
    }

    /// A row whose place in the order is known, and no more.
    struct Candidate {
        var row: Int64
        var rank: TopRows.Rank
        var place: ContentSearch.Place?
    }

    /// The rows of a block that rank at least as `least` and may match, newest first. Within a transaction.
    func candidates(in block: RowBlockSummary, least: Int64) throws -> [Candidate] {
        if plan.choosesCalls, let calls = try calls(of: block) {
            return try candidates(among: calls.map(\.row), least: least)
        }
        return try plan.ranges(in: block.rows).flatMap { try candidates(in: $0, least: least) }
    }

    /// Those of `rows`, which are in ascending order, that rank at least as `least` and may match. Within a transaction.
    func candidates(among rows: [Int64], least: Int64) throws -> [Candidate] {
        let wanted = Set(rows)
        return try RowRanges.covering(rows).flatMap { range in
            try candidates(in: range, least: least).filter { wanted.contains($0.row) }
        }
    }

    /// The LLM calls of a block that may match, in the order of their rows; nil when no list of them was written. Within a transaction.
    func calls(of block: RowBlockSummary) throws -> [SearchedBlock.RankedCall]? {
        guard plan.isOfCalls, try reader.hasLists() else { return nil }
        let statement = try reader.file.statement("SELECT calls FROM block_calls WHERE last_span = ?")
        statement.bind(block.rows.upperBound, at: 1)
        defer { statement.reset() }
        guard try statement.step() else { return nil }
        var calls: [SearchedBlock.RankedCall] = []
        let isSound = statement.withBytes(0) { bytes in
            plan.forEachCall(of: block, in: bytes) { row, call in
                calls.append(SearchedBlock.RankedCall(row: row, rank: order.best(of: call.peaks)))
            }
        }
        guard isSound else { throw reader.damaged("the calls of a block") }
        return calls
    }

    private func candidates(in rows: ClosedRange<Int64>, least: Int64) throws -> [Candidate] {
        var candidates: [Candidate] = []
        ranks.bind(rows.lowerBound, at: 1)
        ranks.bind(rows.upperBound, at: 2)
        ranks.bind(least, at: 3)
        defer { ranks.reset() }
        while try ranks.step() {
            candidates.append(
                Candidate(
                    row: ranks.integer(0), rank: TopRows.Rank(first: ranks.integer(1), second: ranks.integer(2)),
                    place: contents == nil ? nil : ContentSearch.Place(ranks, from: 3)))
        }
        return candidates
    }
}
