import Domain

extension StoreReader {
    /// Goes through all calls that match, in the order in which they were stored, some hundred at a time: memory stays bounded and no
    /// transaction is long. `body` gets calls and the place behind them, from which a later export can go on; false ends it.
    ///
    /// - Returns: what is damaged; nil when everything could be read.
    public func exportRequests(
        _ range: TimeRange, _ filter: Filter, after place: ExportPlace?,
        _ body: ([RequestRow], ExportPlace) throws -> Bool
    ) throws -> String? {
        try exportSegments(range, after: place) { segment, first in
            var rows = rowFilter(segment, range: range, filter: filter)
            let (plan, blocks) = try segment.file.snapshot {
                let plan = try segment.plan(filter)
                return (plan, try segment.blocks(range, plan))
            }
            guard plan.isPossible else { return true }
            let statement = try segment.file.temporaryStatement(
                StoredRow.selection(segment.spanTable())
                    + " WHERE s.id BETWEEN ? AND ? AND \(plan.condition) ORDER BY s.id")
            for block in blocks where block.rows.upperBound >= first && block.mayMatch {
                var calls: [RequestRow] = []
                try segment.file.snapshot {
                    statement.bind(max(first, block.rows.lowerBound), at: 1)
                    statement.bind(block.rows.upperBound, at: 2)
                    defer { statement.reset() }
                    while try statement.step() {
                        if let row = StoredRow(statement), try rows.matches(row) {
                            calls.append(try segment.requestRow(row, responseID: StoredRow.responseID(statement)))
                        }
                    }
                }
                let place = ExportPlace(segment: segment.name.fileName, row: block.rows.upperBound)
                guard try body(calls, place) else { return false }
            }
            return true
        }
    }

    /// Goes through all judgements made within `range`, as `exportRequests` does through calls.
    public func exportScores(
        _ range: TimeRange, after place: ExportPlace?, _ body: ([Score], ExportPlace) throws -> Bool
    ) throws -> String? {
        try exportSegments(range, after: place) { segment, first in
            let statement = try segment.file.statement(
                ScoreRow.selection + " WHERE id BETWEEN ? AND ? AND time_ns >= ? AND time_ns < ? ORDER BY id")
            let last = try segment.file.number("SELECT max(id) FROM score") ?? 0
            for start in stride(from: first, through: last, by: Self.scoresAtOnce) {
                let end = min(last, start + Int64(Self.scoresAtOnce) - 1)
                var scores: [Score] = []
                try segment.file.snapshot {
                    for (index, number) in [start, end, range.from.nanoseconds, range.to.nanoseconds].enumerated() {
                        statement.bind(number, at: Int32(index + 1))
                    }
                    defer { statement.reset() }
                    while try statement.step() { scores.append(try Score(statement, string: segment.string)) }
                }
                guard try body(scores, ExportPlace(segment: segment.name.fileName, row: end)) else { return false }
            }
            return true
        }
    }

    /// Calls `body` with each segment and the first of its rows that are still to be exported, until it returns false.
    private func exportSegments(
        _ range: TimeRange, after place: ExportPlace?, _ body: (SegmentReader, Int64) throws -> Bool
    ) throws -> String? {
        let reached = place.flatMap { SegmentName(file: $0.segment) }
        var goesOn = true
        return try forEachSegment(range) { segment in
            guard goesOn else { return }
            if let reached, let place {
                guard segment.name >= reached else { return }
                goesOn = try body(segment, segment.name == reached ? place.row + 1 : 1)
            } else {
                goesOn = try body(segment, 1)
            }
        }
    }

    private static let scoresAtOnce = 2048
}
