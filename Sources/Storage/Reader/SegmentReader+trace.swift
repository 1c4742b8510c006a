import Domain

extension SegmentReader {
    /// The rows of the spans of a trace.
    func rows(of trace: TraceID) throws -> [StoredRow] {
        try places(of: trace, .traceOfSpan).compactMap { try row($0) }.filter { $0.traceID == trace }
    }

    /// Adds the steps of a trace to `steps`, until there are more than `limit`; `placed` is told in which row each one stands.
    func addSteps(
        of trace: TraceID, to steps: inout [TraceStep], limit: Int, placed: (SpanID, Int64) -> Void
    ) throws {
        let statement = try file.statement(Self.stepSelection(spanTable()))
        try forEachRange(of: trace, .traceOfSpan, statement) { row in
            guard steps.count <= limit else { return false }
            guard let spanID = row.withBytes(1, { SpanID($0) }) else { return true }
            placed(spanID, row.integer(0))
            steps.append(try step(row, spanID))
            return true
        }
    }

    /// The row of one span of a trace; nil when it does not stand here.
    func row(of span: SpanID, in trace: TraceID) throws -> StoredRow? {
        let statement = try file.statement(
            StoredRow.selection(spanTable()) + " WHERE s.id BETWEEN ? AND ? AND s.trace_id = ? AND s.span_id = ?")
        statement.bind(copying: span.bytes, at: 4)
        var found: StoredRow?
        try forEachRange(of: trace, .traceOfSpan, statement) { row in
            found = StoredRow(row)
            return false
        }
        return found
    }

    /// The log records of a trace, or of one span of it, in order of time.
    func logs(of trace: TraceID, span: SpanID? = nil, _ decode: TelemetryDecoder) throws -> [LogRecord] {
        var logs: [(time: Int64, log: LogRecord)] = []
        let statement = try file.statement(
            """
            SELECT time_ns, content, content_offset, content_length, resource, scope FROM log
            WHERE id BETWEEN ? AND ? AND trace_id = ?\(span == nil ? "" : " AND span_id = ?")
            """)
        if let span { statement.bind(copying: span.bytes, at: 4) }
        try forEachRange(of: trace, .traceOfLog, statement) { row in
            let parts = try parts(
                content: row.integer(1), offset: Int(clamping: row.integer(2)), length: Int(clamping: row.integer(3)),
                resource: row.integer(4), scope: row.integer(5))
            if let parts, let log = decode.log(parts.message, parts.resource, parts.scope) {
                logs.append((row.integer(0), log))
            }
            return true
        }
        return logs.sorted { $0.time < $1.time }.map(\.log)
    }

    /// Runs `statement`, whose first three values are the first and last row and the trace, over the rows in which the trace stands;
    /// until `body` returns false.
    private func forEachRange(
        of trace: TraceID, _ kind: LookupKind, _ statement: PreparedStatement,
        _ body: (PreparedStatement) throws -> Bool
    ) throws {
        statement.bind(copying: trace.bytes, at: 3)
        for range in RowRanges.covering(try places(of: trace, kind)) {
            statement.bind(range.lowerBound, at: 1)
            statement.bind(range.upperBound, at: 2)
            defer { statement.reset() }
            while try statement.step() { if try !body(statement) { return } }
        }
    }

    /// The rows in which a trace may stand, in order of their numbers. The newest rows are in no run yet: they are looked through.
    func places(of trace: TraceID, _ kind: LookupKind) throws -> [Int64] {
        let search = LookupSearch(file: file, kind: kind)
        let found = try search.rows(trace.lookupHash)
        let statement = try file.statement("SELECT id FROM \(kind.table) WHERE id > ? AND trace_id = ?")
        statement.bind(try search.lastRow(), at: 1)
        statement.bind(copying: trace.bytes, at: 2)
        defer { statement.reset() }
        var newest: [Int64] = []
        while try statement.step() { newest.append(statement.integer(0)) }
        return found + newest
    }

    private func step(_ row: PreparedStatement, _ spanID: SpanID) throws -> TraceStep {
        func string(_ column: Int32) throws -> String? { try self.string(UInt32(clamping: row.integer(column))) }
        var step = TraceStep(
            spanID: spanID, parentID: row.withBytes(2) { SpanID($0) },
            start: Timestamp(nanoseconds: row.integer(3)), end: Timestamp(nanoseconds: row.integer(4)))
        step.duration = row.optionalInteger(5).map { Nanoseconds($0) }
        step.isError = row.integer(6) != 0
        step.name = try string(7) ?? ""
        step.service = try string(8) ?? "unknown"
        let operation = UInt32(clamping: row.integer(9))
        step.operation = try self.string(operation).map { Operation(rawValue: $0) }
        step.isCounted = try row.integer(16) != 0 && isInference(operation)
        step.subject = try string(10) ?? string(11) ?? string(12)
        (step.inputTokens, step.outputTokens) = (row.optionalInteger(13), row.optionalInteger(14))
        step.cost = row.optionalInteger(15).map { Money(nanodollars: $0) }
        return step
    }

    private static func stepSelection(_ table: SpanTable) -> String {
        """
        SELECT s.id, s.span_id, s.parent_span_id, s.start_ns, s.end_ns, s.duration_ns, s.is_error, s.name, s.service,
            s.operation, s.tool, coalesce(s.response_model, s.request_model), s.agent, s.input_tokens, s.output_tokens,
            coalesce(s.computed_cost, s.reported_cost), coalesce(r.is_innermost, 1)
        FROM \(table.rawValue) s LEFT JOIN resolution r ON r.span = s.id
        WHERE s.id BETWEEN ? AND ? AND s.trace_id = ?
        """
    }
}
