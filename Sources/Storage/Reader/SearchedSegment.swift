import Domain

/// A segment of which a search has begun to read blocks.
struct SearchedSegment {
    let reader: SegmentReader
    let plan: RowPlan
    var filter: RowFilter
    /// What searches the contents; nil when nothing in them is asked for.
    let contents: ContentSearch?
    private let ranks: PreparedStatement

    init(
        _ reader: SegmentReader, _ plan: RowPlan, _ filter: RowFilter, _ order: RequestsQuery.Order,
        _ contents: ContentSearch?
    ) throws {
        (self.reader, self.plan, self.filter, self.contents) = (reader, plan, filter, contents)
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
        var candidates: [Candidate] = []
        defer { ranks.reset() }
        for rows in plan.ranges(in: block.rows) {
            ranks.reset()
            ranks.bind(rows.lowerBound, at: 1)
            ranks.bind(rows.upperBound, at: 2)
            ranks.bind(least, at: 3)
            while try ranks.step() {
                candidates.append(
                    Candidate(
                        row: ranks.integer(0), rank: TopRows.Rank(first: ranks.integer(1), second: ranks.integer(2)),
                        place: contents == nil ? nil : ContentSearch.Place(ranks, from: 3)))
            }
        }
        return candidates
    }
}
