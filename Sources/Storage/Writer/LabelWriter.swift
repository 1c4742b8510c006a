import Domain

/// Writes down in which rows of a segment each user and session stands.
struct LabelWriter {
    private let search: LabelSearch
    /// Those of the present transaction.
    private var fresh: [LookupPair] = []
    /// Those that stand in the file and in no run.
    private var appended: [LookupPair] = []

    init(of file: DatabaseFile) throws {
        search = LabelSearch(file: file)
        appended = try search.appended()
    }

    /// Adds whose row it is.
    @inline(__always)
    mutating func add(_ context: ContextIDs, row: Int64) {
        let row = UInt32(truncatingIfNeeded: row)
        if let hash = context.sessionHash { fresh.append(LookupPair(hash: hash, row: row)) }
        if let hash = context.userHash { fresh.append(LookupPair(hash: hash, row: row)) }
    }

    /// Writes what was added, within the open transaction.
    mutating func write() throws {
        guard !fresh.isEmpty else { return }
        appended += fresh
        if appended.count >= Self.runLength {
            try writeRun()
        } else {
            let statement = try search.file.statement("INSERT INTO label_delta (pairs) VALUES (?)")
            statement.bind(copying: LookupPair.bytes(fresh[...]), at: 1)
            try statement.run()
        }
        fresh.removeAll(keepingCapacity: true)
    }

    private mutating func writeRun() throws {
        appended.sort()
        let run = try search.runs() + 1
        let statement = try search.file.statement("INSERT INTO label_run VALUES (?, ?, ?)")
        for piece in LookupPair.pieces(appended) {
            statement.bind(run, at: 1)
            statement.bind(LookupSearch.ordered(appended[piece.lowerBound].hash), at: 2)
            statement.bind(copying: LookupPair.bytes(appended[piece]), at: 3)
            try statement.run()
        }
        try search.file.execute("DELETE FROM label_delta")
        appended.removeAll(keepingCapacity: true)
    }

    private static let runLength = 32_768
}
