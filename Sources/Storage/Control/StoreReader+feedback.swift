import Domain

extension StoreReader {
    /// What people said of the calls of a trace, oldest first.
    ///
    /// - Throws: `StoreError`.
    public func feedback(of trace: TraceID) throws -> [Feedback] {
        guard let file = try feedbackFile() else { return [] }
        return try Feedback.all(of: trace, in: file)
    }

    /// Makes the table `feedback` of what was said within `range`.
    func fillFeedback(_ range: TimeRange, _ session: SQLSession) throws {
        try session.execute(
            "CREATE TEMP TABLE feedback (id, trace_id, span_id, rating, correction, note, principal, time)")
        guard let file = try feedbackFile() else { return }
        let insertion = try session.statement("INSERT INTO feedback VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        let search = try file.statement(Feedback.selection + " WHERE time_ns >= ? AND time_ns < ? ORDER BY time_ns, id")
        search.bind(range.from.nanoseconds, at: 1)
        search.bind(range.to.nanoseconds, at: 2)
        defer { search.reset() }
        while try search.step() {
            try session.checkTime()
            guard let feedback = Feedback(search) else { continue }
            insertion.bind(feedback.id.rawValue, at: 1)
            insertion.bind(feedback.traceID.description, at: 2)
            insertion.bind(feedback.spanID.description, at: 3)
            insertion.bind(feedback.rating?.rawValue, at: 4)
            insertion.bind(feedback.correction, at: 5)
            insertion.bind(feedback.note, at: 6)
            insertion.bind(feedback.principal, at: 7)
            insertion.bind(feedback.time.rfc3339(), at: 8)
            try insertion.run()
        }
    }

    /// The file that has the table `feedback`; nil when there is none.
    func feedbackFile() throws -> DatabaseFile? {
        guard directory.isFile else { return try controlFile(since: ControlSchema.firstWithFeedback) }
        return try aloneFile(with: "feedback")
    }
}
