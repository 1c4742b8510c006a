import Domain

/// Brings the rows of one segment into an incident, some thousand at a time.
struct IncidentCopy {
    private let segment: SegmentReader
    private let plan: IncidentPlan
    private let mask: TelemetryMask?
    private let zstandard = Zstandard()
    private var batch: StoredTelemetry

    init(_ segment: SegmentReader, _ plan: IncidentPlan, _ mask: TelemetryMask?) {
        (self.segment, self.plan, self.mask) = (segment, plan, mask)
        batch = StoredTelemetry(zstandard, mask)
    }

    /// Reads all of `part`; `deliver` gets it in pieces, until it returns false.
    mutating func run(_ part: IncidentPlan.Part, _ deliver: (PreparedTelemetry) throws -> Bool) throws -> Bool {
        let hasScores = try segment.hasScores()
        for rows in part.spans.flatMap(Self.cut) {
            try segment.file.snapshot { try addSpans(rows, hasScores: hasScores) }
            guard try handOver(isLast: false, deliver) else { return false }
        }
        for rows in part.logs.flatMap(Self.cut) {
            try segment.file.snapshot { try addLogs(rows) }
            guard try handOver(isLast: false, deliver) else { return false }
        }
        if hasScores { try segment.file.snapshot { try addScoresOfUnknownCalls() } }
        return try handOver(isLast: true, deliver)
    }

    private mutating func handOver(
        isLast: Bool, _ deliver: (PreparedTelemetry) throws -> Bool
    ) throws -> Bool {
        guard isLast || batch.count >= Self.itemsAtOnce || batch.bytes >= Self.bytesAtOnce else { return true }
        let telemetry = try batch.prepared()
        batch = StoredTelemetry(zstandard, mask)
        return try telemetry.count == 0 || deliver(telemetry)
    }

    private mutating func addSpans(_ rows: ClosedRange<Int64>, hasScores: Bool) throws {
        let statement = try segment.file.statement(
            StoredRow.ownSelection(segment.spanTable()) + " WHERE s.id BETWEEN ? AND ? ORDER BY s.id")
        statement.bind(rows.lowerBound, at: 1)
        statement.bind(rows.upperBound, at: 2)
        defer { statement.reset() }
        while try statement.step() {
            guard let row = StoredRow(statement), plan.includes(row.traceID) else { continue }
            try batch.add(row, responseID: statement.text(45), from: segment)
            if hasScores { try addScores("judged_span = ?1", row.id, 0, callEnd: row.end) }
        }
    }

    private mutating func addLogs(_ rows: ClosedRange<Int64>) throws {
        let statement = try segment.file.statement(
            "SELECT \(StoredTelemetry.logColumns) FROM log WHERE id BETWEEN ? AND ? ORDER BY id")
        statement.bind(rows.lowerBound, at: 1)
        statement.bind(rows.upperBound, at: 2)
        defer { statement.reset() }
        while try statement.step() {
            let trace = statement.withBytes(0) { TraceID($0) }
            guard plan.includes(logOf: trace, at: Timestamp(nanoseconds: statement.integer(2))) else { continue }
            try batch.add(log: statement, from: segment)
        }
    }

    /// Judgements of which nobody knows the call belong to the minute in which they were made.
    private mutating func addScoresOfUnknownCalls() throws {
        try addScores(
            "judged_span IS NULL AND time_ns >= ?1 AND time_ns < ?2", plan.range.from.nanoseconds,
            plan.range.to.nanoseconds, callEnd: nil)
    }

    private mutating func addScores(
        _ condition: String, _ first: Int64, _ second: Int64, callEnd: Timestamp?
    ) throws {
        let statement = try segment.file.statement(
            ScoreRow.columns + ", identity FROM score WHERE \(condition) ORDER BY id")
        statement.bind(first, at: 1)
        statement.bind(second, at: 2)
        defer { statement.reset() }
        while try statement.step() {
            batch.add(try Score(statement, string: segment.string), statement.integer(12), callEnd: callEnd)
        }
    }

    /// A range in pieces that one short transaction reads.
    private static func cut(_ rows: ClosedRange<Int64>) -> [ClosedRange<Int64>] {
        stride(from: rows.lowerBound, through: rows.upperBound, by: rowsAtOnce).map {
            $0...min(rows.upperBound, $0 + Int64(rowsAtOnce - 1))
        }
    }

    private static let rowsAtOnce = 512
    private static let itemsAtOnce = 4096
    private static let bytesAtOnce = 16 << 20
}
