import Domain

extension StoreReader {
    /// All spans of a trace, from whichever segments hold them.
    public func trace(_ id: TraceID) throws -> TraceDetail? {
        var spans: [SpanDetail] = []
        var logs: [LogRecord] = []
        try forEachSegment(ofTrace: id) { segment in
            let rows = try segment.rows(of: id)
            for row in rows { if let detail = try detail(row, in: segment) { spans.append(detail) } }
            logs += try segment.logs(of: id, decode)
            return !rows.isEmpty
        }
        guard !spans.isEmpty else { return nil }
        let logsOfSpan = Dictionary(grouping: logs.filter { $0.spanID != nil }, by: \.spanID)
        for index in spans.indices { spans[index].logs = logsOfSpan[spans[index].row.spanID] ?? [] }
        spans.sort { ($0.row.start, $0.row.spanID.value) < ($1.row.start, $1.row.spanID.value) }
        return TraceDetail(traceID: id, spans: spans)
    }

    /// The steps of a trace, without what was said in them: made from columns alone, of 50 000 spans at most.
    public func outline(_ id: TraceID) throws -> TraceOutline? {
        var steps: [TraceStep] = []
        var places = TracePlaces(id)
        try forEachSegment(ofTrace: id) { segment in
            let before = steps.count
            try segment.addSteps(of: id, to: &steps, limit: Self.mostSteps) { span, row in
                places[span] = RowPlace(segment: segment.name, row: row)
            }
            return steps.count > before
        }
        guard !steps.isEmpty else { return nil }
        lastTrace = places
        let isComplete = steps.count <= Self.mostSteps
        if !isComplete { steps.removeLast(steps.count - Self.mostSteps) }
        steps.sort { ($0.start, $0.spanID.value) < ($1.start, $1.spanID.value) }
        return TraceOutline(traceID: id, steps: steps, isComplete: isComplete)
    }

    /// One span with what was said within it.
    public func reading(_ trace: TraceID, _ span: SpanID) throws -> SpanReading? {
        var found: SpanDetail?
        var logs: [LogRecord] = []
        let known = lastTrace.flatMap { $0.trace == trace ? $0[span] : nil }
        try forEachSegment(ofTrace: trace, around: known?.segment.day) { segment in
            let row =
                try known.flatMap { $0.segment == segment.name ? try segment.row($0.row) : nil }
                ?? (known == nil ? segment.row(of: span, in: trace) : nil)
            if let row, row.traceID == trace, row.spanID == span { found = try detail(row, in: segment) }
            logs += try segment.logs(of: trace, span: span, decode)
            return row != nil
        }
        guard var found else { return nil }
        found.logs = logs
        return SpanReading(detail: found, contents: contents(found.span, logs))
    }

    private func detail(_ row: StoredRow, in segment: SegmentReader) throws -> SpanDetail? {
        guard let parts = try segment.parts(row) else { return nil }
        guard let span = decode.span(parts.message, parts.resource, parts.scope) else {
            throw segment.damaged("the contents of span \(row.spanID)")
        }
        return SpanDetail(row: try segment.requestRow(row), span: span, logs: [])
    }

    /// Calls `body` with the segments in which a trace may stand, newest first. A trace does not go on for long: once `body` has found
    /// something of it, the two days before are looked at and no more; of a trace that is known to stand in `day`, the days beside it.
    ///
    /// A damaged segment does not take the others along: it is told only when nothing was found.
    private func forEachSegment(
        ofTrace id: TraceID, around day: Day? = nil, _ body: (SegmentReader) throws -> Bool
    ) throws {
        var last = day
        var damage: StoreError?
        var isFound = false
        for name in directory.segmentNames().reversed() {
            if let day, name.day > day.advanced(by: 2) { continue }
            if let last, name.day < last.advanced(by: -2) { break }
            do {
                guard let segment = try segment(name) else { continue }
                guard try segment.file.snapshot({ try body(segment) }) else { continue }
                (last, isFound) = (name.day, true)
            } catch let error as StoreError {
                guard case .damaged = error else { throw error }
                open.removeValue(forKey: name)?.close()
                damage = error
            }
        }
        if let damage, !isFound { throw damage }
    }

    /// A trace with more spans is not drawn as a whole.
    private static let mostSteps = 50_000
}
