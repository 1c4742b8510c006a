import Domain

extension StoreReader {
    /// How far the segments of the days from `day` on are written.
    public func places(from day: Day) throws -> ReadingPlaces {
        var places = ReadingPlaces()
        for name in directory.segmentNames() where name.day >= day {
            guard let segment = try segment(name) else { continue }
            places.segments[name.fileName] = ReadingPlaces.Rows(
                span: try segment.file.number("SELECT max(id) FROM span") ?? 0,
                score: try segment.file.number("SELECT max(id) FROM score") ?? 0)
        }
        return places
    }

    /// Calls `body` with the calls and retrieval steps in rows after `places` and up to `ends`, at most about `limit`, and moves `places` behind
    /// them. What the trace of a call adds is there if it came before `ends` was taken.
    ///
    /// - Parameter body: is given what was said in the call when it asks for it: nil when that is not kept.
    /// - Returns: whether all were read.
    public func forEachNewCall(
        _ places: inout ReadingPlaces, until ends: ReadingPlaces, limit: Int,
        _ body: (StoredCall, _ contents: () throws -> SpanContents?) throws -> Void
    ) throws -> Bool {
        var left = Int64(limit)
        for (file, end) in ends.segments.sorted(by: { $0.key < $1.key }) {
            guard let name = SegmentName(file: file), let segment = try segment(name) else { continue }
            let first = (places.segments[file]?.span ?? 0) + 1
            let last = min(end.span, first + left - 1)
            guard first <= last else { continue }
            try segment.file.snapshot { try read(segment, first...last, body) }
            places.segments[file, default: .init()].span = last
            left -= last - first + 1
            if left <= 0 { return last == end.span && file == ends.segments.keys.max() }
        }
        return true
    }

    private func read(
        _ segment: SegmentReader, _ rows: ClosedRange<Int64>,
        _ body: (StoredCall, () throws -> SpanContents?) throws -> Void
    ) throws {
        let statement = try segment.file.statement(
            StoredRow.selection(segment.spanTable())
                + " WHERE s.id BETWEEN ? AND ? AND s.operation NOT NULL ORDER BY s.id")
        statement.bind(rows.lowerBound, at: 1)
        statement.bind(rows.upperBound, at: 2)
        defer { statement.reset() }
        while try statement.step() {
            guard let row = StoredRow(statement), row.isInnermost, let call = try storedCall(row, segment) else {
                continue
            }
            try body(call) { try said(row, segment) }
        }
    }

    private func storedCall(_ row: StoredRow, _ segment: SegmentReader) throws -> StoredCall? {
        let isCall = try segment.isInference(row.operation)
        guard try isCall || segment.string(row.operation) == Operation.retrieval.rawValue else { return nil }
        let label = try segment.label(row.session) ?? segment.label(row.user)
        return StoredCall(
            traceID: row.traceID, spanID: row.spanID, end: row.end,
            environment: try segment.string(row.environment) ?? "default",
            service: try segment.string(row.service) ?? "unknown", isRetrieval: !isCall,
            release: try segment.string(row.release), model: try segment.string(row.model),
            finishReason: try segment.string(row.finishReasons), isError: row.isError,
            duration: row.duration.map { Double($0) / 1e9 },
            timeToFirstToken: row.timeToFirstToken.map { Double($0) / 1e9 },
            inputTokens: row.usage.input, outputTokens: row.usage.output, cost: row.cost.map { Double($0) / 1e9 },
            session: label.map(StableHash.hash) ?? StableHash.mix(row.traceID.low))
    }

    /// What was said in a call; nil when it is not kept or cannot be read.
    private func said(_ row: StoredRow, _ segment: SegmentReader) throws -> SpanContents? {
        guard let parts = try segment.parts(row), let span = decode.span(parts.message, parts.resource, parts.scope)
        else {
            return nil
        }
        let found = contents(span, [])
        guard found.input.isEmpty, found.output.isEmpty, found.documents.isEmpty else { return found }
        return contents(span, try segment.logs(of: row.traceID, span: row.spanID, decode))
    }

    /// Calls `body` with the scores in rows after `places` and up to `ends`, and moves `places` behind them.
    public func forEachNewScore(
        _ places: inout ReadingPlaces, until ends: ReadingPlaces, _ body: (Score) throws -> Void
    ) throws {
        for (file, end) in ends.segments {
            guard let name = SegmentName(file: file), let segment = try segment(name) else { continue }
            let first = (places.segments[file]?.score ?? 0) + 1
            guard first <= end.score else { continue }
            let statement = try segment.file.statement(ScoreRow.selection + " WHERE id BETWEEN ? AND ? ORDER BY id")
            statement.bind(first, at: 1)
            statement.bind(end.score, at: 2)
            defer { statement.reset() }
            while try statement.step() { try body(try Score(statement, string: segment.string)) }
            places.segments[file, default: .init()].score = end.score
        }
    }
}
