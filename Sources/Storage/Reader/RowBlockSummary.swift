import Domain

/// What is known of a block of rows without reading it.
struct RowBlockSummary {
    var rows: ClosedRange<Int64>
    /// Ends of spans lie within these moments.
    var firstEnd: Int64
    var lastEnd: Int64
    /// Of its rows that can match.
    var peaks: CallPeaks
    /// Spans that asked a model for something.
    var inferences: Int64
    /// False when none of its rows can match.
    var mayMatch = true
}

extension SegmentReader {
    /// The blocks with spans that ended within `range`; the newest rows, of which nothing is known yet, are the last one.
    ///
    /// - Parameter plan: what tells of their texts whether they can match.
    func blocks(_ range: TimeRange, _ plan: RowPlan? = nil) throws -> [RowBlockSummary] {
        var test = try plan.flatMap { try knowsTexts() ? BlockTest($0) : nil }
        let texts = test == nil ? "NULL, NULL" : try hasColumn("peaks") ? "texts, peaks" : "texts, NULL"
        let statement = try file.statement(
            """
            SELECT first_span, last_span, first_end, last_end, longest, costliest, longest_failure, inferences, \(texts)
            FROM block
            """)
        defer { statement.reset() }
        var blocks: [RowBlockSummary] = []
        var last: Int64 = 0
        while try statement.step() {
            let (first, end) = (statement.integer(0), statement.integer(1))
            guard first <= end else { throw damaged("a block of rows") }
            last = max(last, end)
            var block = RowBlockSummary(
                rows: first...end, firstEnd: statement.integer(2), lastEnd: statement.integer(3),
                peaks: CallPeaks(
                    longest: statement.integer(4), costliest: statement.integer(5), longestFailure: statement.integer(6)
                ),
                inferences: statement.integer(7))
            guard block.lastEnd >= range.from.nanoseconds, block.firstEnd < range.to.nanoseconds else { continue }
            try plan?.narrow(&block, peaks(statement, &test))
            blocks.append(block)
        }
        let newest = try lastSpan()
        if newest > last {
            blocks.append(
                RowBlockSummary(
                    rows: last + 1...newest, firstEnd: .min, lastEnd: .max, peaks: .unknown, inferences: newest - last))
        }
        return blocks
    }

    /// What the texts of the present row of `block` tell about the calls that pass `test`.
    private func peaks(_ block: PreparedStatement, _ test: inout BlockTest?) throws -> CallPeaks? {
        try block.withBytes(8) { texts in
            guard test != nil, texts.baseAddress != nil else { return .unknown }
            guard block.withBytes(9, { test?.read(texts, $0) }) == true else { throw damaged("the texts of a block") }
            return test?.peaks
        }
    }

    /// Whether blocks of this segment can say which texts they hold: older ones cannot.
    func knowsTexts() throws -> Bool { try hasColumn("texts") }

    private func hasColumn(_ name: String) throws -> Bool {
        try file.number("SELECT 1 FROM pragma_table_info('block') WHERE name = '\(name)'") != nil
    }

    /// The newest row; 0 without any.
    func lastSpan() throws -> Int64 { try file.number("SELECT max(id) FROM span") ?? 0 }

    /// Between which rows everything stands that ended within `range`.
    func rows(_ range: TimeRange) throws -> ClosedRange<Int64> {
        let found = try file.snapshot { try self.blocks(range) }
        guard let first = found.map(\.rows.lowerBound).min(), let last = found.map(\.rows.upperBound).max() else {
            return 0...0
        }
        return first...last
    }
}
