/// Searches the sorted runs of a segment. A run was written at once and never changes, so inserting costs the same however full the
/// segment is, and a search is one step down a tree for each run.
struct LookupSearch {
    let file: DatabaseFile
    let kind: LookupKind

    /// The last row that stands in a run; rows behind it have to be looked at one by one. 0 without runs.
    func lastRow() throws -> Int64 {
        let statement = try file.statement("SELECT last_row FROM lookup WHERE kind = ? ORDER BY run DESC LIMIT 1")
        statement.bind(kind.rawValue, at: 1)
        defer { statement.reset() }
        return try statement.step() ? statement.integer(0) : 0
    }

    /// How many runs there are.
    func runs() throws -> Int64 {
        let statement = try file.statement("SELECT max(run) FROM lookup WHERE kind = ?")
        statement.bind(kind.rawValue, at: 1)
        defer { statement.reset() }
        return try statement.step() ? statement.integer(0) : 0
    }

    /// The rows that the runs name for `hash`, in order of their numbers; other texts may have the same hash.
    func rows(_ hash: UInt64) throws -> [Int64] {
        let count = try runs()
        guard count > 0 else { return [] }
        let statement = try file.statement(
            """
            SELECT pairs FROM lookup WHERE kind = ? AND run = ? AND first_hash <= ? ORDER BY first_hash DESC LIMIT 1
            """)
        var rows: [Int64] = []
        for run in 1...count {
            statement.bind(kind.rawValue, at: 1)
            statement.bind(run, at: 2)
            statement.bind(Self.ordered(hash), at: 3)
            if try statement.step() { statement.withBytes(0) { Self.find(hash, in: $0) { rows.append($0) } } }
            statement.reset()
        }
        return rows.sorted()
    }

    /// The hash as a signed number of the same order.
    static func ordered(_ hash: UInt64) -> Int64 { Int64(bitPattern: hash ^ 1 << 63) }

    /// Calls `body` with the rows of `hash` among sorted pairs.
    static func find(_ hash: UInt64, in pairs: UnsafeRawBufferPointer, _ body: (Int64) -> Void) {
        var (low, high) = (0, pairs.count / LookupPair.byteCount)
        let count = high
        while low < high {
            let middle = (low + high) / 2
            if LookupPair(pairs, at: middle).hash < hash { low = middle + 1 } else { high = middle }
        }
        while low < count {
            let pair = LookupPair(pairs, at: low)
            guard pair.hash == hash else { return }
            body(Int64(pair.row))
            low += 1
        }
    }
}
