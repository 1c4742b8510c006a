import Domain

/// What is known of a block of rows without reading it.
struct RowBlockSummary {
    var rows: ClosedRange<Int64>
    /// Ends of spans lie within these moments.
    var firstEnd: Int64
    var lastEnd: Int64
    /// Nanoseconds.
    var longest: Int64
    /// Nano-dollars.
    var costliest: Int64
    /// Of failed spans; -1 without any.
    var longestFailure: Int64
    /// Spans that asked a model for something.
    var inferences: Int64
}

extension SegmentReader {
    /// The blocks with spans that ended within `range`; the newest rows, of which nothing is known yet, are the last one.
    func blocks(_ range: TimeRange) throws -> [RowBlockSummary] {
        let statement = try file.statement(
            """
            SELECT first_span, last_span, first_end, last_end, longest, costliest, longest_failure, inferences FROM block
            """)
        defer { statement.reset() }
        var blocks: [RowBlockSummary] = []
        var last: Int64 = 0
        while try statement.step() {
            let (first, end) = (statement.integer(0), statement.integer(1))
            guard first <= end else { throw damaged("a block of rows") }
            last = max(last, end)
            let block = RowBlockSummary(
                rows: first...end, firstEnd: statement.integer(2), lastEnd: statement.integer(3),
                longest: statement.integer(4), costliest: statement.integer(5), longestFailure: statement.integer(6),
                inferences: statement.integer(7))
            if block.lastEnd >= range.from.nanoseconds, block.firstEnd < range.to.nanoseconds { blocks.append(block) }
        }
        let newest = try file.number("SELECT max(id) FROM span") ?? 0
        if newest > last {
            blocks.append(
                RowBlockSummary(
                    rows: last + 1...newest, firstEnd: .min, lastEnd: .max, longest: .max, costliest: .max,
                    longestFailure: .max,
                    inferences: newest - last))
        }
        return blocks
    }

    /// Between which rows everything stands that ended within `range`.
    func rows(_ range: TimeRange) throws -> ClosedRange<Int64> {
        let found = try file.snapshot { try self.blocks(range) }
        guard let first = found.map(\.rows.lowerBound).min(), let last = found.map(\.rows.upperBound).max() else {
            return 0...0
        }
        return first...last
    }
}
