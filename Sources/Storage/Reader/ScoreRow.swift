import Domain

/// The columns of a score as they are read.
enum ScoreRow {
    static let selection = columns + " FROM score"

    static let columns = """
        SELECT name, value, label, explanation, source, error_type, trace_id, span_id, response_id, time_ns, service, environment
        """
}

extension Score {
    /// The score in the present row of a statement made of `ScoreRow.selection`; `string` says the text of a number.
    init(_ row: PreparedStatement, string: (UInt32) throws -> String?) throws {
        func text(_ column: Int32) throws -> String? { try string(UInt32(clamping: row.integer(column))) }
        self.init(
            name: try text(0) ?? "", time: Timestamp(nanoseconds: row.integer(9)), service: try text(10) ?? "unknown",
            environment: try text(11) ?? "default")
        value = row.optionalDouble(1)
        label = row.text(2)
        explanation = row.text(3)
        source = row.text(4)
        errorType = row.text(5)
        traceID = row.withBytes(6) { TraceID($0) }
        spanID = row.withBytes(7) { SpanID($0) }
        responseID = row.text(8)
    }
}

extension SegmentReader {
    /// Whether the segment has any scores.
    func hasScores() throws -> Bool { try file.number("SELECT 1 FROM score LIMIT 1") != nil }
}
