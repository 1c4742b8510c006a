import Domain

extension StoreReader {
    /// The turns of a session, oldest first, found from the day of `query.near` outwards: segments know in which rows a session
    /// stands, so that its length and not the store's decides how long it takes. Of older segments, which do not know, the day around is
    /// looked through.
    public func session(_ query: SessionQuery) throws -> SessionDetail {
        var calls: [SessionCall] = []
        var isComplete = true
        let near = query.near.day
        for direction in [Int32(-1), 1] {
            var gap: Int32 = 0
            for day in days(from: near, direction) {
                // Nobody goes on with a session after two days of silence.
                guard gap <= 2 else { break }
                guard calls.count <= query.limit * Self.callsPerTurn else {
                    isComplete = false
                    break
                }
                let before = calls.count
                for name in directory.segmentNames() where name.day == day {
                    guard let segment = try segment(name) else { continue }
                    calls += try segment.file.snapshot { try sessionCalls(query, in: segment) }
                }
                gap = calls.count > before ? 0 : gap + 1
            }
        }
        var turns = SessionTurn.turns(of: calls)
        if turns.count > query.limit {
            isComplete = false
            let nearest = turns.sorted { Self.distance($0, query) < Self.distance($1, query) }.prefix(query.limit)
            turns = nearest.sorted {
                ($0.start, $0.traceID.high, $0.traceID.low) < ($1.start, $1.traceID.high, $1.traceID.low)
            }
        }
        return SessionDetail(session: query.session, turns: turns, isComplete: isComplete)
    }

    /// The days that have segments, from `day` on outwards; going forwards begins behind it.
    private func days(from day: Day, _ direction: Int32) -> [Day] {
        let days = Set(directory.segmentNames().map(\.day))
        return direction < 0
            ? days.filter { $0 <= day }.sorted().reversed() : days.filter { $0 > day }.sorted()
    }

    private func sessionCalls(_ query: SessionQuery, in segment: SegmentReader) throws -> [SessionCall] {
        let filter = Filter([FilterTerm(.equals(.session, [query.session]))])
        let plan = try segment.plan(filter)
        guard plan.isPossible else { return [] }
        let range = TimeRange(from: query.near.advanced(by: -.hours(12)), to: query.near.advanced(by: .hours(12)))
        let rows =
            try plan.onlyRows ?? segment.blocks(range, plan).filter(\.mayMatch).flatMap { plan.ranges(in: $0.rows) }
        return try segment.sessionCalls(query.session, rows, plan)
    }

    private static func distance(_ turn: SessionTurn, _ query: SessionQuery) -> Int64 {
        Int64(clamping: turn.start.since(query.near).count.magnitude)
    }

    private static let callsPerTurn = 4
}

extension SegmentReader {
    /// The LLM calls of a session among `rows`.
    fileprivate func sessionCalls(
        _ session: String, _ rows: [ClosedRange<Int64>], _ plan: RowPlan
    ) throws -> [SessionCall] {
        let statement = try file.temporaryStatement(
            """
            SELECT s.trace_id, s.span_id, s.start_ns, s.end_ns, s.is_error, coalesce(s.response_model, s.request_model),
                s.input_tokens, s.output_tokens, coalesce(s.computed_cost, s.reported_cost), iif(r.span, r.session, s.session)
            FROM \(spanTable().rawValue) s LEFT JOIN resolution r ON r.span = s.id
            WHERE s.id BETWEEN ? AND ? AND \(plan.condition) AND coalesce(r.is_innermost, 1)
            """)
        var calls: [SessionCall] = []
        // Other texts may have the same hash, and one text several numbers.
        var isSession: [UInt32: Bool] = [:]
        for range in rows {
            statement.bind(range.lowerBound, at: 1)
            statement.bind(range.upperBound, at: 2)
            defer { statement.reset() }
            while try statement.step() {
                let label = UInt32(clamping: statement.integer(9))
                let matches = try isSession[label] ?? (self.label(label) == session)
                isSession[label] = matches
                guard matches, let trace = statement.withBytes(0, { TraceID($0) }),
                    let span = statement.withBytes(1, { SpanID($0) })
                else { continue }
                var call = SessionCall(
                    traceID: trace, spanID: span, start: Timestamp(nanoseconds: statement.integer(2)),
                    end: Timestamp(nanoseconds: statement.integer(3)))
                call.isError = statement.integer(4) != 0
                call.model = try string(UInt32(clamping: statement.integer(5)))
                (call.inputTokens, call.outputTokens) = (statement.optionalInteger(6), statement.optionalInteger(7))
                call.cost = statement.optionalInteger(8).map { Money(nanodollars: $0) }
                calls.append(call)
            }
        }
        return calls
    }
}
