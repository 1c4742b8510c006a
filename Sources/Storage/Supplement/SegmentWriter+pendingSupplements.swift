import Domain

extension SegmentWriter {
    /// Keeps what the log record in row `log` says until its span comes.
    func insertPending(_ supplement: CallSupplement, of log: PreparedLog, row: Int64) throws {
        guard let trace = log.traceID, let span = log.spanID else { return }
        let statement = try file.statement(
            "INSERT INTO pending_supplement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        statement.bind(row, at: 1)
        statement.bind(Int64(supplement.flags.rawValue), at: 2)
        statement.bind(supplement.provider, at: 3)
        statement.bind(supplement.requestModel, at: 4)
        statement.bind(supplement.responseModel, at: 5)
        let reasons = supplement.finishReasons
        statement.bind(reasons.isEmpty ? nil : FinishReasons.joined(reasons), at: 6)
        for (index, part) in TokenUsage.storedParts.enumerated() {
            statement.bind(supplement.usage[keyPath: part], at: Int32(7 + index))
        }
        statement.bind(supplement.responseID, at: 15)
        try statement.run()
        pendingSupplements.add(trace, span, log: row)
    }

    /// What the log record in row `log` says, which then waits no longer; nil when it does not wait.
    func takePending(_ log: Int64) throws -> SupplementRecord? {
        let statement = try file.statement(
            "SELECT p.*, l.time_ns, l.identity FROM pending_supplement p JOIN log l ON l.id = p.log WHERE p.log = ?")
        statement.bind(log, at: 1)
        guard let record = try record(statement) else { return nil }
        let deletion = try file.statement("DELETE FROM pending_supplement WHERE log = ?")
        deletion.bind(log, at: 1)
        try deletion.run()
        return record
    }

    private func record(_ row: PreparedStatement) throws -> SupplementRecord? {
        defer { row.reset() }
        guard try row.step() else { return nil }
        var supplement = CallSupplement()
        supplement.flags = TelemetryFlags(rawValue: UInt16(clamping: row.integer(1)))
        (supplement.provider, supplement.requestModel) = (row.text(2), row.text(3))
        (supplement.responseModel, supplement.responseID) = (row.text(4), row.text(14))
        supplement.finishReasons = row.text(5).map { FinishReasons.split($0) } ?? []
        for (index, part) in TokenUsage.storedParts.enumerated() {
            supplement.usage[keyPath: part] = row.optionalInteger(Int32(6 + index))
        }
        return SupplementRecord(supplement, time: row.integer(15), identity: row.integer(16))
    }

    /// Reads which log records wait for their span, after the segment was opened.
    func loadPendingSupplements() throws {
        let statement = try file.statement(
            """
            SELECT l.trace_id, l.span_id, l.id FROM (SELECT log FROM pending_supplement ORDER BY log DESC LIMIT ?) p
                JOIN log l ON l.id = p.log ORDER BY l.id
            """)
        statement.bind(Int64(PendingSupplements.limit), at: 1)
        defer { statement.reset() }
        while try statement.step() {
            if let trace = statement.withBytes(0, { TraceID($0) }), let span = statement.withBytes(1, { SpanID($0) }) {
                pendingSupplements.add(trace, span, log: statement.integer(2))
            }
        }
    }
}
