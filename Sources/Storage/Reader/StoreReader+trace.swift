import Domain

extension StoreReader {
    /// All spans of a trace, from whichever segments hold them.
    public func trace(_ id: TraceID) throws -> TraceDetail? {
        var spans: [SpanDetail] = []
        var logs: [LogRecord] = []
        var lastDay: Day?
        for name in directory.segmentNames().reversed() {
            // A trace does not go on for long: once it was found, two days before are looked at and no more.
            if let lastDay, name.day < lastDay.advanced(by: -2) { break }
            guard let segment = try segment(name) else { continue }
            try segment.file.snapshot {
                let rows = try segment.rows(of: id)
                if !rows.isEmpty { lastDay = name.day }
                for row in rows { if let detail = try detail(row, in: segment) { spans.append(detail) } }
                logs += try segment.logs(of: id, decode)
            }
        }
        guard !spans.isEmpty else { return nil }
        let logsOfSpan = Dictionary(grouping: logs.filter { $0.spanID != nil }, by: \.spanID)
        for index in spans.indices { spans[index].logs = logsOfSpan[spans[index].row.spanID] ?? [] }
        spans.sort { ($0.row.start, $0.row.spanID.value) < ($1.row.start, $1.row.spanID.value) }
        return TraceDetail(traceID: id, spans: spans)
    }

    private func detail(_ row: StoredRow, in segment: SegmentReader) throws -> SpanDetail? {
        guard let parts = try segment.parts(row) else { return nil }
        guard let span = decode.span(parts.message, parts.resource, parts.scope) else {
            throw segment.damaged("the contents of span \(row.spanID)")
        }
        return SpanDetail(row: try segment.requestRow(row), span: span, logs: [])
    }
}
