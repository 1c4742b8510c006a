import Domain

/// The judgements of a segment whose calls nobody knows yet, by what they name.
struct PendingScores {
    private var rows: [UInt64: [Int64]] = [:]
    private var count = 0

    var isEmpty: Bool { rows.isEmpty }

    mutating func add(_ score: Score, row: Int64) {
        guard count < Self.limit else { return }
        for key in Self.keys(score) {
            rows[key, default: []].append(row)
            count += 1
        }
    }

    /// The rows that wait for this span, which they then do no longer.
    @inline(__always)
    mutating func take(_ trace: TraceID, _ span: SpanID, response: UInt64?) -> [Int64] {
        guard !rows.isEmpty else { return [] }
        var found = rows.removeValue(forKey: Self.key(trace, span)) ?? []
        if let response { found += rows.removeValue(forKey: Self.key(response)) ?? [] }
        return found
    }

    private static func keys(_ score: Score) -> [UInt64] {
        var keys: [UInt64] = []
        if let trace = score.traceID, let span = score.spanID { keys.append(key(trace, span)) }
        if let response = score.responseID, !response.isEmpty { keys.append(key(StableHash.hash(response))) }
        return keys
    }

    private static func key(_ trace: TraceID, _ span: SpanID) -> UInt64 {
        StableHash.combine(trace.lookupHash, span.value)
    }
    private static func key(_ response: UInt64) -> UInt64 { StableHash.combine(response, 0) }

    /// Judgements beyond so many stay without their call.
    private static let limit = 100_000
}

extension SegmentWriter {
    /// A score that still waits for its call; nil when it does no longer.
    func pendingScore(_ row: Int64) throws -> Score? {
        try scores(where: "id = ? AND judged_span IS NULL", row).first
    }

    /// The judgements of a span of this segment.
    func scores(of span: Int64) throws -> [Score] { try scores(where: "judged_span = ?", span) }

    /// All that wait for their call.
    func loadPendingScores() throws {
        let statement = try file.statement("SELECT id FROM score WHERE judged_span IS NULL")
        var rows: [Int64] = []
        while try statement.step() { rows.append(statement.integer(0)) }
        statement.reset()
        for row in rows { if let score = try pendingScore(row) { pendingScores.add(score, row: row) } }
    }

    func scores(where condition: String, _ number: Int64) throws -> [Score] {
        let statement = try file.statement(ScoreRow.selection + " WHERE " + condition)
        statement.bind(number, at: 1)
        defer { statement.reset() }
        var scores: [Score] = []
        while try statement.step() { scores.append(try Score(statement) { try strings.text($0) }) }
        return scores
    }

    /// Which span stands in a row, and which response it gave.
    func identity(of row: Int64) throws -> (trace: TraceID, span: SpanID, response: String?)? {
        let statement = try file.statement("SELECT trace_id, span_id, response_id FROM whole_span WHERE id = ?")
        statement.bind(row, at: 1)
        defer { statement.reset() }
        guard try statement.step(), let trace = statement.withBytes(0, { TraceID($0) }),
            let span = statement.withBytes(1, { SpanID($0) })
        else { return nil }
        return (trace, span, statement.text(2))
    }
}
