import Domain

extension StoreReader {
    /// Single calls in the order asked for. Blocks of rows that cannot hold one of the first `limit` are not read; reading ends after
    /// two seconds with the best that were found.
    public func requests(_ query: RequestsQuery, watch: SearchWatch) throws -> RequestsPage {
        let deadline = MonotonicTime.now().advanced(by: query.longest)
        var found = TopRows(limit: query.limit)
        for segment in try segments(query.range).reversed() {
            try segment.file.snapshot { try collect(query, in: segment, deadline, &found) }
            if MonotonicTime.now() > deadline { break }
        }
        var rows: [RequestRow] = []
        for entry in found.sorted {
            if let segment = open[entry.segment] {
                try segment.file.snapshot { rows.append(try segment.requestRow(entry.row)) }
            }
        }
        return RequestsPage(rows: rows, hasMore: rows.count == query.limit)
    }

    private func collect(
        _ query: RequestsQuery, in segment: SegmentReader, _ deadline: MonotonicTime, _ found: inout TopRows
    ) throws {
        var filter = rowFilter(segment, range: query.range, filter: query.filter)
        let blocks = try segment.blocks(query.range).sorted { query.order.best(of: $0) > query.order.best(of: $1) }
        let condition = query.filter.condition
        for block in blocks where found.mayTake(query.order.best(of: block)) {
            if MonotonicTime.now() > deadline { return }
            try segment.forEachRank(block.rows, query.order, atLeast: found.least, where: condition) { id, rank in
                if found.mayTake(rank), let row = try segment.row(id), try filter.matches(row) {
                    found.add(row, rank: rank, segment: segment.name)
                }
            }
        }
    }

    /// Which rows of a segment are asked for.
    func rowFilter(
        _ segment: SegmentReader, range: TimeRange, filter: Filter, operation: Operation? = nil
    ) -> RowFilter {
        RowFilter(segment, range: range, filter: filter, operation: operation) { [unowned self] row, text in
            try contains(row, in: segment, text)
        }
    }

    /// Whether what was said within a span contains a text, upper and lower case alike.
    private func contains(_ row: StoredRow, in segment: SegmentReader, _ text: String) throws -> Bool {
        guard let said = try said(row, in: segment) else { return false }
        return said.lowercased().contains(text.lowercased())
    }

    /// Everything that was said within a span as one text.
    private func said(_ row: StoredRow, in segment: SegmentReader) throws -> String? {
        guard let parts = try segment.parts(row), let span = decode.span(parts.message, parts.resource, parts.scope)
        else {
            return nil
        }
        let logs = try segment.logs(of: row.traceID, span: row.spanID, decode)
        let contents = contents(span, logs)
        var texts = (contents.input + contents.output).map(\.text)
        texts += contents.documents.compactMap(\.content)
        return texts.joined(separator: "\n")
    }

    /// How long rows are looked through for one question.
    static let longestScan = Nanoseconds.seconds(2)
}
