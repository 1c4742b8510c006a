import Domain

/// Which rows an incident takes along.
struct IncidentPlan {
    /// Rows of one segment, in order, some of them perhaps twice or of other traces: what is read decides.
    struct Part {
        var segment: SegmentName
        var spans: [ClosedRange<Int64>]
        var logs: [ClosedRange<Int64>]
    }

    /// Whole minutes: rollups know nothing shorter.
    let range: TimeRange
    /// Of which a span ended within the range.
    private(set) var traces: Set<TraceID> = []
    private(set) var parts: [Part] = []
    private(set) var damage: String?

    /// Looks in `reader` for what belongs to `range`.
    init(_ range: TimeRange, in reader: StoreReader) throws {
        let range = TimeRange(
            from: Timestamp(minute: range.minutes.lowerBound), to: Timestamp(minute: range.minutes.upperBound))
        self.range = range
        var traces: Set<TraceID> = []
        damage = try reader.forEachSegment(range) { try $0.addTraces(endingIn: range, to: &traces) }
        self.traces = traces
        // Farther away a trace is not put together by the writer either.
        let around = TimeRange(from: range.from.advanced(by: -.hours(48)), to: range.to.advanced(by: .hours(48)))
        var parts: [Part] = []
        let more = try reader.forEachSegment(around) { segment in
            let part = try segment.file.snapshot {
                Part(
                    segment: segment.name, spans: RowRanges.covering(try segment.rows(ofAny: traces, .traceOfSpan)),
                    logs: RowRanges.covering(
                        (try segment.rows(ofAny: traces, .traceOfLog) + segment.logRows(range)).sorted()))
            }
            parts.append(part)
        }
        (self.parts, damage) = (parts, damage ?? more)
    }

    /// About how many rows there are.
    var expected: Int64 {
        parts.reduce(0) { sum, part in (part.spans + part.logs).reduce(sum) { $0 + Int64($1.count) } }
    }

    func includes(_ trace: TraceID) -> Bool { traces.contains(trace) }

    /// Whether a log record belongs to it.
    func includes(logOf trace: TraceID?, at time: Timestamp) -> Bool {
        range.contains(time) || trace.map(includes) ?? false
    }
}

extension SegmentReader {
    /// Adds the traces of which a span ended within `range`.
    fileprivate func addTraces(endingIn range: TimeRange, to traces: inout Set<TraceID>) throws {
        let statement = try file.statement(
            "SELECT trace_id FROM span WHERE id BETWEEN ? AND ? AND end_ns >= ? AND end_ns < ?")
        for block in try file.snapshot({ try blocks(range) }) {
            try file.snapshot {
                statement.bind(block.rows.lowerBound, at: 1)
                statement.bind(block.rows.upperBound, at: 2)
                statement.bind(range.from.nanoseconds, at: 3)
                statement.bind(range.to.nanoseconds, at: 4)
                defer { statement.reset() }
                while try statement.step() {
                    if let trace = statement.withBytes(0, { TraceID($0) }) { traces.insert(trace) }
                }
            }
        }
    }

    /// The rows in which one of `traces` may stand, in order.
    fileprivate func rows(ofAny traces: Set<TraceID>, _ kind: LookupKind) throws -> [Int64] {
        let search = LookupSearch(file: file, kind: kind)
        let last = try search.lastRow()
        var rows: [Int64] = []
        // Where many are wanted, looking through all rows is quicker than searching for each trace.
        let isSearched = Int64(traces.count) < last / Self.rowsPassedPerSearch
        if isSearched { for trace in traces { rows += try search.rows(trace.lookupHash) } }
        let statement = try file.statement("SELECT id, trace_id FROM \(kind.table) WHERE id > ?")
        statement.bind(isSearched ? last : 0, at: 1)
        defer { statement.reset() }
        while try statement.step() {
            if let trace = statement.withBytes(1, { TraceID($0) }), traces.contains(trace) {
                rows.append(statement.integer(0))
            }
        }
        return rows.sorted()
    }

    /// The rows of the log records of `range`, whatever their trace.
    fileprivate func logRows(_ range: TimeRange) throws -> [Int64] {
        let statement = try file.statement("SELECT id FROM log WHERE time_ns >= ? AND time_ns < ?")
        statement.bind(range.from.nanoseconds, at: 1)
        statement.bind(range.to.nanoseconds, at: 2)
        defer { statement.reset() }
        var rows: [Int64] = []
        while try statement.step() { rows.append(statement.integer(0)) }
        return rows
    }

    private static let rowsPassedPerSearch: Int64 = 16
}
