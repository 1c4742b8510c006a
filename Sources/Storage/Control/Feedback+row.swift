import Domain

extension Feedback {
    /// The columns that `init(_:)` reads; `call_end_ns` follows them.
    static let selection = """
        SELECT id, trace_id, span_id, rating, correction, note, principal, time_ns, call_end_ns FROM feedback
        """

    /// The judgement in the present row of a statement made of `selection`; nil when the row is damaged.
    init?(_ row: PreparedStatement) {
        guard let traceID = row.withBytes(1, { TraceID($0) }), let spanID = row.withBytes(2, { SpanID($0) }),
            let principal = row.text(6)
        else { return nil }
        self.init(
            id: FeedbackID(rawValue: row.integer(0)), traceID: traceID, spanID: spanID,
            rating: row.optionalInteger(3).flatMap(Rating.init), correction: row.text(4), note: row.text(5),
            principal: principal, time: Timestamp(nanoseconds: row.integer(7)))
    }

    /// What people said of the calls of a trace, oldest first.
    static func all(of trace: TraceID, in file: DatabaseFile) throws -> [Feedback] {
        let search = try file.statement(selection + " WHERE trace_id = ? ORDER BY time_ns, id")
        search.bind(copying: trace.bytes, at: 1)
        defer { search.reset() }
        var found: [Feedback] = []
        while try search.step() { if let feedback = Feedback(search) { found.append(feedback) } }
        return found
    }

    /// What one person said of a call; nil when nothing.
    static func one(of call: JudgedCall, by principal: String, in file: DatabaseFile) throws -> Feedback? {
        let search = try file.statement(selection + " WHERE trace_id = ? AND span_id = ? AND principal = ?")
        search.bind(copying: call.traceID.bytes, at: 1)
        search.bind(copying: call.spanID.bytes, at: 2)
        search.bind(principal, at: 3)
        defer { search.reset() }
        return try search.step() ? Feedback(search) : nil
    }
}
