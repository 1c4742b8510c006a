import Domain

/// What stands in the newest rows of a segment. Every thousand rows it is written down, so that a search by time, length, cost or text
/// can leave whole blocks out.
struct RowBlock {
    private let file: DatabaseFile
    private let insertion: PreparedStatement
    /// The first row of the block; 0 until the rows that are there were read.
    private var first: Int64 = 0
    private var firstEnd = Int64.max
    private var lastEnd = Int64.min
    private var longest: Int64 = 0
    private var costliest: Int64 = 0
    /// Of failed calls; -1 without any.
    private var longestFailure: Int64 = -1
    private var inferences: Int64 = 0
    private var texts: Set<UInt64> = []
    /// Symbols that are in `texts` already, each at the place that its hash gives: most rows bring nothing new, and this tells at once.
    private var seen = [UInt64](repeating: 0, count: Self.placesSeen)
    /// Texts that came to rows of blocks that are written.
    private var late: LateTexts

    init(of file: DatabaseFile) throws {
        self.file = file
        late = LateTexts(of: file)
        insertion = try file.statement("INSERT OR REPLACE INTO block VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    }

    /// Begins behind the last block that was written; the rows that stand there already are read anew.
    private mutating func read() throws {
        first = try (file.number("SELECT max(last_span) FROM block") ?? 0) + 1
        let columns = TextColumn.allCases.map(\.expression).joined(separator: ", ")
        let rows = try file.statement(
            """
            SELECT end_ns, coalesce(duration_ns, 0), coalesce(computed_cost, reported_cost, 0), is_error,
                t.text IN ('\(Operation.inferenceNames.joined(separator: "', '"))'), \(columns)
            FROM whole_span s LEFT JOIN string t ON t.id = s.operation LEFT JOIN resolution r ON r.span = s.id WHERE s.id >= ?
            """)
        rows.bind(first, at: 1)
        defer { rows.reset() }
        while try rows.step() {
            let isError = rows.integer(3) != 0
            add(
                end: rows.integer(0), duration: rows.integer(1), cost: rows.integer(2), isError: isError,
                isInference: rows.integer(4) != 0)
            for (index, column) in TextColumn.allCases.enumerated() {
                let id = UInt32(clamping: rows.integer(Int32(5 + index)))
                texts.insert(column.symbol(column == .error && !isError ? 0 : id))
            }
        }
    }

    /// Adds a row before it is written, its texts having been added.
    mutating func add(_ span: PreparedSpan, row: Int64) throws {
        if first == 0 { try read() }
        add(
            end: span.end.nanoseconds, duration: span.duration ?? 0, cost: span.cost ?? 0, isError: span.isError,
            isInference: span.isInference)
        if row - first + 1 >= Self.length { try write(last: row) }
    }

    /// Adds a text of a row, whether it is about to be written or stands there already.
    @inline(__always)
    mutating func add(_ id: UInt32, in column: TextColumn, row: Int64) throws {
        if first == 0 { try read() }
        let symbol = column.symbol(id)
        guard row >= first else { return try late.add(symbol, row: row) }
        let place = Int(truncatingIfNeeded: (symbol &* 0x9E37_79B9_7F4A_7C15) >> 32) & (Self.placesSeen - 1)
        guard seen[place] != symbol else { return }
        seen[place] = symbol
        texts.insert(symbol)
    }

    /// Writes the texts that came late, within the open transaction.
    mutating func writeTexts() throws { try late.write() }

    /// Says that a row that is written costs more than was thought.
    mutating func raise(cost: Int64, row: Int64) throws {
        if first == 0 { try read() }
        guard row < first else { return costliest = max(costliest, cost) }
        let update = try file.statement(
            """
            UPDATE block SET costliest = max(costliest, ?1) WHERE last_span = (SELECT min(last_span) FROM block WHERE last_span >= ?2)
            """)
        update.bind(cost, at: 1)
        update.bind(row, at: 2)
        try update.run()
    }

    private mutating func add(end: Int64, duration: Int64, cost: Int64, isError: Bool, isInference: Bool) {
        (firstEnd, lastEnd) = (min(firstEnd, end), max(lastEnd, end))
        (longest, costliest) = (max(longest, duration), max(costliest, cost))
        if isError { longestFailure = max(longestFailure, duration) }
        if isInference { inferences += 1 }
    }

    private mutating func write(last: Int64) throws {
        for (index, number) in [last, first, firstEnd, lastEnd, longest, costliest, longestFailure, inferences]
            .enumerated()
        {
            insertion.bind(number, at: Int32(index + 1))
        }
        insertion.bind(copying: BlockTexts.encoded(texts), at: 9)
        try insertion.run()
        late.wrote(first...last, texts)
        (first, firstEnd, lastEnd) = (last + 1, .max, .min)
        (longest, costliest, longestFailure, inferences) = (0, 0, -1, 0)
        texts.removeAll(keepingCapacity: true)
        for place in seen.indices { seen[place] = 0 }
    }

    private static let length: Int64 = 1024
    /// A power of two.
    private static let placesSeen = 512
}
