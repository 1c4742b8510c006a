import Domain

extension StoreReader {
    /// Answers one SELECT statement over the documented views, restricted to what ended within `range`.
    ///
    /// - Parameter timeout: seconds after which it is stopped.
    /// - Throws: `StoreError.badQuery` for anything that is no single question, `.timedOut`.
    public func sql(_ query: String, range: TimeRange, timeout: Double) throws -> SQLRows {
        let session = try SQLSession(timeout: timeout)
        defer { session.close() }
        let words = Set(query.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
        let segments = try segments(range)
        try session.offer(SQLView.stored.filter { words.contains($0.name) }, of: segments, range)
        for (name, level) in [("minutes", RollupLevel.minute), ("hours", .hour)] where words.contains(name) {
            try fill(name, level, range, session)
        }
        if words.contains("metrics") { try fillMetrics(range, session) }
        if words.contains("messages") || words.contains("documents") { try fillContents(segments, range, session) }
        if words.contains("feedback") { try fillFeedback(range, session) }
        for view in Self.registryViews where words.contains(view.name) {
            try fillRegistry(view.name, view.columns, range, session)
        }
        return try session.rows(query)
    }

    private func fill(_ name: String, _ level: RollupLevel, _ range: TimeRange, _ session: SQLSession) throws {
        try session.execute("CREATE TEMP TABLE \(name) (\(SQLView.rollupColumns.joined(separator: ", ")))")
        let places = SQLView.rollupColumns.map { _ in "?" }.joined(separator: ", ")
        let insertion = try session.statement("INSERT INTO \(name) VALUES (\(places))")
        let dimensions: [Dimension] = [.environment, .service, .operation, .model, .prompt, .release]
        var query = RollupQuery(minutes: range.minutes, step: level.minutes, by: dimensions, filter: .all)
        query.scope = .all
        for (cell, sums) in try rollups(query, range).answer.cells {
            guard let measures = sums.measures else { continue }
            insertion.bind(Timestamp(minute: cell.minute).rfc3339(.none), at: 1)
            for (index, value) in cell.key.enumerated() { insertion.bind(value, at: Int32(index + 2)) }
            let counts: [Int64?] = [
                measures.calls, measures.errors, measures.inputTokens, measures.outputTokens, measures.cacheReadTokens,
                measures.cacheWriteTokens, measures.reasoningTokens, measures.unpricedCalls,
            ]
            for (index, count) in counts.enumerated() { insertion.bind(count, at: Int32(index + 8)) }
            insertion.bind(measures.cost?.usd, at: 16)
            let (duration, first) = (measures.duration, measures.timeToFirstToken)
            let milliseconds = [
                duration?.p50, duration?.p90, duration?.p95, duration?.p99, duration?.max, first?.p50, first?.p95,
                first?.p99,
            ]
            for (index, seconds) in milliseconds.enumerated() {
                insertion.bind(seconds.map { $0 * 1000 }, at: Int32(index + 17))
            }
            try insertion.run()
        }
    }

    private func fillContents(_ segments: [SegmentReader], _ range: TimeRange, _ session: SQLSession) throws {
        try session.execute(SQLView.contentTables)
        let writer = try SQLContents(session)
        for segment in segments {
            try segment.file.snapshot {
                for block in try segment.blocks(range) {
                    _ = try segment.forEachRow(block.rows) { row in
                        try session.checkTime()
                        guard row.operation != 0, range.contains(row.end),
                            let contents = try self.contents(row, in: segment)
                        else { return true }
                        try writer.insert(contents, row)
                        return true
                    }
                }
            }
        }
    }

    /// What was said within a span; nil when its contents have been removed or are damaged.
    func contents(_ row: StoredRow, in segment: SegmentReader) throws -> SpanContents? {
        guard let parts = try segment.parts(row), let span = decode.span(parts.message, parts.resource, parts.scope)
        else {
            return nil
        }
        return contents(span, try segment.logs(of: row.traceID, span: row.spanID, decode))
    }
}
