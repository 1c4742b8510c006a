import Domain

extension StoreReader {
    /// Sums made from the rows themselves, newest first, for questions that rollups cannot answer. Reading ends after two seconds.
    func sums(
        ofRows range: TimeRange, by: [Dimension], filter: Filter, operation: Operation?, step: Int64?
    ) throws -> (answer: RollupAnswer, coverage: Coverage) {
        let deadline = MonotonicTime.now().advanced(by: Self.longestScan)
        var answer = RollupAnswer()
        var (read, isComplete) = (Int64(0), true)
        for segment in try segments(range).reversed() where isComplete {
            var rows = rowFilter(segment, range: range, filter: filter, operation: operation)
            try segment.file.snapshot {
                let plan = try segment.plan(filter, operation: operation)
                for block in try segment.blocks(range, plan).reversed() where isComplete {
                    isComplete = MonotonicTime.now() < deadline
                    guard isComplete else { return }
                    read += block.inferences
                    guard plan.isPossible, block.mayMatch else { continue }
                    for part in plan.ranges(in: block.rows) {
                        _ = try segment.forEachRow(part, where: plan.condition) { row in
                            if try rows.matches(row) { try add(row, in: segment, by, step, &answer) }
                            return true
                        }
                    }
                }
            }
        }
        guard !isComplete else { return (answer, .complete) }
        let total = try rollups(
            RollupQuery(minutes: range.minutes, step: nil, by: [], filter: .all, scope: .init(operation)), range)
        let calls = total.answer.cells.values.reduce(0) { $0 + $1.sums.calls }
        return (answer, .partial(read: read, total: max(read, calls)))
    }

    private func add(
        _ row: StoredRow, in segment: SegmentReader, _ by: [Dimension], _ step: Int64?, _ answer: inout RollupAnswer
    ) throws {
        let minute = step.map { RollupLevel.step(row.end.minute, $0) * $0 } ?? 0
        let key = try by.map { try segment.value(of: $0, row) }
        let cell = RollupQuery.Cell(key: key, minute: minute)
        let hasUsage = try segment.string(row.operation).map { Operation(rawValue: $0).hasUsage } ?? false
        answer.update(cell) { $0.add(row.contribution(hasUsage: hasUsage)) }
        for score in try segment.scores(of: row) { answer.add(score, to: cell) }
    }
}

extension StoredRow {
    /// What the row adds to sums.
    func contribution(hasUsage: Bool) -> Contribution {
        var contribution = Contribution(sign: 1, minute: end.minute, series: 0)
        contribution.isError = isError
        contribution.duration = duration
        contribution.timeToFirstToken = timeToFirstToken
        guard hasUsage else { return contribution }
        contribution.inputTokens = usage.input
        contribution.outputTokens = usage.output
        contribution.cacheReadTokens = usage.cacheRead
        contribution.cacheWriteTokens = usage.cacheWrite
        contribution.reasoningTokens = usage.reasoning
        contribution.cost = cost
        return contribution
    }
}
