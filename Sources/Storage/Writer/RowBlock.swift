import Domain

/// What stands in the newest rows of a segment. Every few thousand rows it is written down, so that a search by time, length or cost can
/// leave whole blocks out.
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

    init(of file: DatabaseFile) throws {
        self.file = file
        insertion = try file.statement("INSERT OR REPLACE INTO block VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    }

    /// Begins behind the last block that was written; the rows that stand there already are read anew.
    private mutating func read() throws {
        first = try (file.number("SELECT max(last_span) FROM block") ?? 0) + 1
        let rows = try file.statement(
            """
            SELECT end_ns, coalesce(duration_ns, 0), coalesce(computed_cost, reported_cost, 0), is_error,
                s.text IN ('\(Operation.inferenceNames.joined(separator: "', '"))')
            FROM span LEFT JOIN string s ON s.id = span.operation WHERE span.id >= ?
            """)
        rows.bind(first, at: 1)
        while try rows.step() {
            add(
                end: rows.integer(0), duration: rows.integer(1), cost: rows.integer(2), isError: rows.integer(3) != 0,
                isInference: rows.integer(4) != 0)
        }
        rows.reset()
    }

    /// Adds a row before it is written.
    mutating func add(_ span: PreparedSpan, row: Int64) throws {
        if first == 0 { try read() }
        add(
            end: span.end.nanoseconds, duration: span.duration ?? 0, cost: span.cost ?? 0, isError: span.isError,
            isInference: span.isInference)
        if row - first + 1 >= Self.length { try write(last: row) }
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
        try insertion.run()
        (first, firstEnd, lastEnd) = (last + 1, .max, .min)
        (longest, costliest, longestFailure, inferences) = (0, 0, -1, 0)
    }

    private static let length: Int64 = 4096
}
