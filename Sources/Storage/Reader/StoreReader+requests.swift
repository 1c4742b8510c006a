import Domain

extension StoreReader {
    /// Single calls in the order asked for. Segments, blocks and rows that cannot hold one of the first `limit` are not read; a search
    /// through contents tells `watch` how far it is, and ends when that says so or the query's time is over, with the best that were
    /// found. No transaction lasts longer than a few blocks take.
    public func requests(_ query: RequestsQuery, watch: SearchWatch) throws -> RequestsPage {
        var search = RequestsSearch(query)
        var damage = try forEachSegment(query.range) { try search.add($0) }
        while let name = search.next {
            let more = try forEachSegment([name]) { segment in
                try search.goOn(in: segment, rowFilter(segment, range: query.range, filter: query.filter), watch) {
                    try calls(query.range)
                }
            }
            guard let more else { continue }
            search.leave(name)
            damage = damage ?? more
        }
        var rows: [RequestRow] = []
        for entry in search.found.prefix(query.limit) {
            if let segment = open[entry.segment] {
                try segment.file.snapshot { rows.append(try segment.requestRow(entry.row)) }
            }
        }
        var coverage = Coverage.complete
        if search.clock.isStopped {
            coverage = .partial(read: search.clock.read, total: max(search.clock.read, try calls(query.range)))
        }
        if let damage { coverage = .damaged(damage) }
        return RequestsPage(rows: rows, coverage: coverage, hasMore: search.found.count > rows.count)
    }

    /// About how many calls the segments hold that have some in `range`.
    private func calls(_ range: TimeRange) throws -> Int64 {
        var calls: Int64 = 0
        _ = try forEachSegment(names(range)) { segment in
            for block in try segment.file.snapshot({ try segment.blocks(range) }) { calls += block.inferences }
        }
        return calls
    }

    /// Which rows of a segment are asked for.
    func rowFilter(
        _ segment: SegmentReader, range: TimeRange, filter: Filter, operation: Operation? = nil
    ) -> RowFilter {
        let tests = filter.terms.compactMap(ContentTest.init)
        return RowFilter(segment, range: range, filter: filter, operation: operation) { [unowned self] row, term in
            guard let test = tests.first(where: { $0.term == term }), let parts = try segment.parts(row),
                let span = decode.span(parts.message, parts.resource, parts.scope)
            else { return false }
            return try test.holds(span) {
                contents(span, try segment.logs(of: row.traceID, span: row.spanID, decode))
            }
        }
    }

    /// How long rows are looked through for one question.
    static let longestScan = Nanoseconds.seconds(2)
}
