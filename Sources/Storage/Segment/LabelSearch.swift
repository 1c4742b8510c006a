/// Finds the rows of a user or a session. What a trace adds to a span may come long after its row, so pairs of hash and row come in
/// any order: each commit appends its own, and when there are many they become a sorted run.
struct LabelSearch {
    let file: DatabaseFile

    /// The rows before this one may lack in the pairs, as the file was made without them; nil when it has none at all.
    func firstRow() throws -> Int64? {
        guard try file.number("SELECT 1 FROM sqlite_master WHERE name = 'label_run'") != nil else { return nil }
        return try file.number("SELECT value FROM state WHERE name = 'labels_from'") ?? 1
    }

    /// Calls `body` with each row that is, or once was, of this user or session, in any order and perhaps more than once. Others may
    /// have the same hash.
    func forEachRow(_ hash: UInt64, _ body: (Int64) -> Void) throws {
        let search = try file.statement(
            "SELECT pairs FROM label_run WHERE run = ? AND first_hash <= ? ORDER BY first_hash DESC LIMIT 1")
        let runs = try runs()
        if runs > 0 {
            for run in 1...runs {
                search.bind(run, at: 1)
                search.bind(LookupSearch.ordered(hash), at: 2)
                defer { search.reset() }
                if try search.step() { search.withBytes(0) { LookupSearch.find(hash, in: $0, body) } }
            }
        }
        try forEachAppended { if $0.hash == hash { body(Int64($0.row)) } }
    }

    func runs() throws -> Int64 { try file.number("SELECT max(run) FROM label_run") ?? 0 }

    /// The pairs that no run holds yet.
    func appended() throws -> [LookupPair] {
        var pairs: [LookupPair] = []
        try forEachAppended { pairs.append($0) }
        return pairs
    }

    @inline(__always)
    private func forEachAppended(_ body: (LookupPair) -> Void) throws {
        let statement = try file.statement("SELECT pairs FROM label_delta")
        defer { statement.reset() }
        while try statement.step() {
            statement.withBytes(0) { bytes in
                for index in 0..<bytes.count / LookupPair.byteCount { body(LookupPair(bytes, at: index)) }
            }
        }
    }
}

extension ContextIDs {
    /// By which the rows of a session are found; nil without one.
    var sessionHash: UInt64? { session.id == 0 ? nil : Self.hash(session.hash, .session) }
    /// By which the rows of a user are found; nil without one.
    var userHash: UInt64? { user.id == 0 ? nil : Self.hash(user.hash, .user) }

    /// By which the rows of the user or session `text` are found.
    static func hash(_ text: String, _ dimension: KeyDimension) -> UInt64 {
        hash(Int64(bitPattern: StableHash.hash(text) >> 1), dimension)
    }

    private static func hash(_ hash: Int64, _ dimension: KeyDimension) -> UInt64 {
        StableHash.combine(UInt64(bitPattern: hash), UInt64(bitPattern: dimension.rawValue))
    }
}
