import Domain

/// What a segment tells about a filter before its rows are read: which blocks and which rows can match.
struct RowPlan {
    /// An expression of SQL over `span s LEFT JOIN resolution r`: true for every row that matches, and for some more. Made of our own
    /// words and numbers.
    private(set) var condition = "s.operation IS NOT NULL"
    /// False when no row of the segment can match.
    private(set) var isPossible = true
    /// Symbols of texts, of which a row must have one of each.
    private(set) var texts: [[UInt64]] = []
    /// Whether only LLM calls match: the peaks of texts are theirs.
    var isOfCalls = false
    /// Whether only failed calls match.
    private var isOfFailures = false
    /// What some rows of a block must reach.
    private var least = CallPeaks(longest: .min, costliest: .min, longestFailure: .min)
    /// The only rows that can match from `candidatesFrom` on; nil when all can.
    private var candidates: RowSet?
    private var candidatesFrom: Int64 = 0

    /// Adds an expression that must hold.
    mutating func require(_ expression: String) { condition += " AND " + expression }

    /// Adds that a column must have one of these texts, 0 standing for none.
    mutating func require(_ column: TextColumn, in texts: [UInt32]) {
        guard !texts.isEmpty else { return isPossible = false }
        self.texts.append(texts.map(column.symbol))
        require(column.expression, in: texts)
    }

    /// Adds that an expression must be one of these texts, 0 standing for none.
    mutating func require(_ expression: String, in texts: [UInt32]) {
        guard !texts.isEmpty else { return isPossible = false }
        guard texts.count <= Self.mostTexts else { return }
        let list = texts.map(String.init).joined(separator: ",")
        require("\(texts.contains(0) ? "coalesce(\(expression), 0)" : expression) IN (\(list))")
    }

    /// Adds that from row `first` on only these rows can match.
    mutating func require(rows: RowSet, from first: Int64) {
        candidatesFrom = max(candidatesFrom, first)
        candidates =
            candidates.map { known in
                var both = known
                both.formIntersection(rows)
                return both
            } ?? rows
        if candidatesFrom <= 1, candidates?.isEmpty == true { isPossible = false }
    }

    /// Adds that the call failed, or that it did not.
    mutating func require(isError: Bool) {
        require("s.is_error = \(isError ? 1 : 0)")
        guard isError else { return }
        isOfFailures = true
        least.longestFailure = 0
    }

    /// Adds that the call took at least so many nanoseconds, or cost at least so many nano-dollars.
    mutating func require(atLeast number: Int64, _ peak: WritableKeyPath<CallPeaks, Int64>) {
        least[keyPath: peak] = max(least[keyPath: peak], number)
    }

    /// Takes note of what a block's texts tell: what the rows that match do not exceed, or that there are none.
    func narrow(_ block: inout RowBlockSummary, _ peaksOfTexts: CallPeaks?) {
        guard let peaksOfTexts else { return block.mayMatch = false }
        if isOfCalls { block.peaks.limit(to: peaksOfTexts) }
        if isOfFailures { block.peaks.longest = min(block.peaks.longest, block.peaks.longestFailure) }
        block.mayMatch = block.peaks.reach(least) && hasCandidates(in: block.rows)
    }

    /// Whether the lists of LLM calls tell more of a block than its peaks do: numbers or rows are asked for.
    var choosesCalls: Bool {
        isOfCalls && (candidates != nil || isOfFailures || least.longest > 0 || least.costliest > 0)
    }

    /// Whether it pays to look through the lists of all blocks before any is read. Where one call of a few is wanted, the best of a block
    /// is soon among them, and few blocks are read.
    var narrowsBlocks: Bool { choosesCalls && !(candidates?.isDense ?? false) }

    /// Calls `body` with each LLM call of a block that can match. False when `calls` are damaged.
    @inline(__always)
    func forEachCall(
        of block: RowBlockSummary, in calls: UnsafeRawBufferPointer, _ body: (Int64, CallBrief) -> Void
    ) -> Bool {
        let bounds = CallBounds(least: least, most: block.peaks)
        let candidates = candidates(in: block.rows)
        return BlockCalls.forEach(calls) { offset, call in
            guard bounds.contain(call) else { return }
            let row = block.rows.lowerBound + offset
            if candidates?.contains(row) ?? true { body(row, call) }
        }
    }

    /// The rows of a block that have to be read one by one; nil when all have.
    private func candidates(in block: ClosedRange<Int64>) -> RowSet? {
        block.lowerBound >= candidatesFrom ? candidates : nil
    }

    /// All rows that can match, when the segment knows them.
    var onlyRows: [ClosedRange<Int64>]? {
        candidatesFrom <= 1 ? candidates.map { RowRanges.covering($0.rows) } : nil
    }

    /// The parts of a block that have to be read.
    func ranges(in block: ClosedRange<Int64>) -> [ClosedRange<Int64>] {
        candidates(in: block).map { RowRanges.covering($0.rows(in: block)) } ?? [block]
    }

    private func hasCandidates(in block: ClosedRange<Int64>) -> Bool {
        candidates(in: block)?.contains(anyOf: block) ?? true
    }

    /// More texts are not listed in SQL.
    private static let mostTexts = 500
}
