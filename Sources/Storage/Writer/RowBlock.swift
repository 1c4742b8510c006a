import Domain

/// What stands in the newest rows of a segment. Every thousand rows it is written down, so that a search by time, length, cost or text
/// can leave whole blocks out.
struct RowBlock {
    private let file: DatabaseFile
    private let insertion: PreparedStatement
    private let callsInsertion: PreparedStatement
    /// The first row of the block; 0 until the rows that are there were read.
    private var first: Int64 = 0
    private var firstEnd = Int64.max
    private var lastEnd = Int64.min
    /// Of all its spans.
    private var peaks = CallPeaks.none
    private var inferences: Int64 = 0
    private var calls = BlockCalls()
    /// Its texts with the peaks of the LLM calls in which they stand.
    private var texts: [UInt64: CallPeaks] = [:]
    /// The same of recent rows, each symbol at the place that its hash gives: most rows bring texts that stand here already.
    private var recent = [(symbol: UInt64, peaks: CallPeaks)](repeating: (0, .none), count: Self.places)
    /// Texts that came to rows of blocks that are written.
    private var late: LateTexts

    init(of file: DatabaseFile) throws {
        self.file = file
        late = LateTexts(of: file)
        insertion = try file.statement("INSERT OR REPLACE INTO block VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        callsInsertion = try file.statement("INSERT OR REPLACE INTO block_calls VALUES (?, ?)")
    }

    /// Adds a row before it is written, its texts having been added.
    mutating func add(_ span: PreparedSpan, row: Int64) throws {
        if first == 0 { try begin() }
        try add(row, end: span.end.nanoseconds, span.peaks, isInference: span.isInference)
    }

    /// Adds a text of a row, whether it is about to be written or stands there already.
    ///
    /// - Parameter peaks: of the row's LLM call; none when it is something else.
    @inline(__always)
    mutating func add(_ id: UInt32, in column: TextColumn, _ peaks: CallPeaks, row: Int64) throws {
        if first == 0 { try begin() }
        let symbol = column.symbol(id)
        guard row >= first else { return try late.add(symbol, peaks, row: row) }
        let place = Int(truncatingIfNeeded: (symbol &* 0x9E37_79B9_7F4A_7C15) >> 32) & (Self.places - 1)
        if recent[place].symbol == symbol { return recent[place].peaks.add(peaks) }
        keep(recent[place])
        recent[place] = (symbol, peaks)
    }

    /// Adds what a row says now that a log record has added to it.
    mutating func update(row: Int64) throws {
        if first == 0 { try begin() }
        for values in try values(row...row) {
            for (column, id) in values.texts {
                try add(id, in: column, values.isInference ? values.peaks : .none, row: row)
            }
            guard row >= first else { return try raise(values.peaks.costliest, row) }
            peaks.add(values.peaks)
            calls.raise(cost: values.peaks.costliest, offset: row - first)
        }
    }

    /// Writes the texts that came late, within the open transaction.
    mutating func writeTexts() throws { try late.write() }

    /// Says that a call of a written block costs more than was thought.
    private func raise(_ cost: Int64, _ row: Int64) throws {
        let update = try file.statement(
            """
            UPDATE block SET costliest = max(costliest, ?1) WHERE last_span = (SELECT min(last_span) FROM block WHERE last_span >= ?2)
            """)
        update.bind(cost, at: 1)
        update.bind(row, at: 2)
        try update.run()
        let search = try file.statement(
            """
            SELECT b.last_span, b.first_span, c.calls FROM block b JOIN block_calls c USING (last_span)
            WHERE b.last_span >= ? ORDER BY b.last_span LIMIT 1
            """)
        search.bind(row, at: 1)
        defer { search.reset() }
        guard try search.step(), search.integer(1) <= row else { return }
        var calls = search.withBytes(2) { BlockCalls($0) }
        calls.raise(cost: cost, offset: row - search.integer(1))
        try insert(calls, last: search.integer(0))
    }

    private func insert(_ calls: BlockCalls, last: Int64) throws {
        callsInsertion.bind(last, at: 1)
        callsInsertion.bind(copying: calls.bytes, at: 2)
        try callsInsertion.run()
    }

    private mutating func keep(_ entry: (symbol: UInt64, peaks: CallPeaks)) {
        if entry.symbol != 0 { texts[entry.symbol, default: .none].add(entry.peaks) }
    }

    private mutating func add(_ row: Int64, end: Int64, _ peaks: CallPeaks, isInference: Bool) throws {
        (firstEnd, lastEnd) = (min(firstEnd, end), max(lastEnd, end))
        self.peaks.add(peaks)
        if isInference {
            inferences += 1
            calls.append(peaks, offset: row - first)
        }
        if row - first + 1 >= Self.length { try write(last: row) }
    }

    private mutating func write(last: Int64) throws {
        let numbers = [
            last, first, firstEnd, lastEnd, peaks.longest, peaks.costliest, peaks.longestFailure, inferences,
        ]
        for (index, number) in numbers.enumerated() { insertion.bind(number, at: Int32(index + 1)) }
        for place in recent.indices {
            keep(recent[place])
            recent[place].symbol = 0
        }
        let encoded = BlockTexts.encoded(texts)
        insertion.bind(copying: encoded.symbols, at: 9)
        insertion.bind(copying: encoded.peaks, at: 10)
        try insertion.run()
        try insert(calls, last: last)
        late.wrote(first...last, texts)
        (first, firstEnd, lastEnd, peaks, inferences) = (last + 1, .max, .min, .none, 0)
        texts.removeAll(keepingCapacity: true)
        calls.removeAll()
    }

    // Rows that stand there already

    private struct Values {
        var row: Int64
        var end: Int64
        var peaks: CallPeaks
        var isInference: Bool
        var texts: [(TextColumn, UInt32)]
    }

    /// Begins behind the last block that was written, with the rows that stand there already: never more than a block has.
    private mutating func begin() throws {
        let next = try (file.number("SELECT max(last_span) FROM block") ?? 0) + 1
        first = next
        for values in try values(next...Int64.max) {
            for (column, id) in values.texts {
                try add(id, in: column, values.isInference ? values.peaks : .none, row: values.row)
            }
            try add(values.row, end: values.end, values.peaks, isInference: values.isInference)
        }
    }

    private func values(_ rows: ClosedRange<Int64>) throws -> [Values] {
        var values: [Values] = []
        let statement = try file.statement(Self.selection)
        statement.bind(rows.lowerBound, at: 1)
        statement.bind(rows.upperBound, at: 2)
        defer { statement.reset() }
        while try statement.step() {
            let isError = statement.integer(3) != 0
            let peaks = CallPeaks(
                duration: statement.optionalInteger(1), cost: statement.optionalInteger(2), isError: isError)
            let texts = TextColumn.allCases.enumerated().map { index, column in
                (column, UInt32(clamping: statement.integer(Int32(5 + index))))
            }
            values.append(
                Values(
                    row: statement.integer(Int32(5 + TextColumn.allCases.count)), end: statement.integer(0),
                    peaks: peaks, isInference: statement.integer(4) != 0, texts: texts))
        }
        return values
    }

    private static let selection = """
        SELECT end_ns, duration_ns, coalesce(computed_cost, reported_cost), is_error,
            t.text IN ('\(Operation.inferenceNames.joined(separator: "', '"))'),
            \(TextColumn.allCases.map(\.expression).joined(separator: ", ")), s.id
        FROM whole_span s LEFT JOIN string t ON t.id = s.operation LEFT JOIN resolution r ON r.span = s.id
        WHERE s.id BETWEEN ? AND ? ORDER BY s.id
        """
    private static let length: Int64 = 1024
    /// A power of two.
    private static let places = 1024
}
