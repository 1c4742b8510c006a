import Domain

/// One kind of look-up of a segment that is open for writing: the runs on disk, the newest pairs in memory, and a filter that knows what
/// was never added.
struct LookupIndex {
    let kind: LookupKind
    private let search: LookupSearch
    private var tail: [LookupPair] = []
    private var filters: [BloomFilter] = []
    /// How many hashes the last filter has taken.
    private var inLastFilter = 0

    /// Makes what is in memory anew from the file: the filter from the stored one or the runs, the tail from the rows behind them.
    init(_ kind: LookupKind, of file: DatabaseFile) throws {
        self.kind = kind
        search = LookupSearch(file: file, kind: kind)
        if let stored = try Self.storedFilter(kind, file) {
            (filters, inLastFilter) = (stored, Self.filterCapacity)
        } else if kind.hasFilter {
            try addRunsToFilter()
        }
        try readTail()
    }

    var count: Int { tail.count }

    /// Adds a pair whose row was just written. Rows must come in ascending order.
    @inline(__always)
    mutating func add(_ hash: UInt64, row: Int64) {
        tail.append(LookupPair(hash: hash, row: UInt32(truncatingIfNeeded: row)))
        addToFilter(hash)
    }

    /// Whether `hash` may have been added.
    @inline(__always)
    func mayContain(_ hash: UInt64) -> Bool { !kind.hasFilter || filters.contains { $0.mayContain(hash) } }

    /// The rows with this hash.
    func rows(_ hash: UInt64) throws -> [Int64] {
        guard mayContain(hash) else { return [] }
        return try search.rows(hash) + tail.lazy.filter { $0.hash == hash }.map { Int64($0.row) }
    }

    /// Writes the tail as a run once it is long enough, within the open transaction.
    mutating func writeRun() throws {
        guard tail.count >= Self.runLength else { return }
        let lastRow = tail.last.map { Int64($0.row) } ?? 0
        tail.sort()
        try write(tail, run: try search.runs() + 1, lastRow: lastRow)
        tail.removeAll(keepingCapacity: true)
    }

    /// Makes one run of all there is, for a segment that takes no more rows: looking something up is then one step.
    mutating func mergeRuns() throws {
        guard try search.runs() > 1 || !tail.isEmpty else { return }
        let lastRow = try max(search.lastRow(), tail.last.map { Int64($0.row) } ?? 0)
        var pairs = tail
        let statement = try search.file.statement("SELECT pairs FROM lookup WHERE kind = ?")
        statement.bind(kind.rawValue, at: 1)
        while try statement.step() {
            statement.withBytes(0) { bytes in
                for index in 0..<bytes.count / LookupPair.byteCount { pairs.append(LookupPair(bytes, at: index)) }
            }
        }
        statement.reset()
        pairs.sort()
        let deletion = try search.file.statement("DELETE FROM lookup WHERE kind = ?")
        deletion.bind(kind.rawValue, at: 1)
        try deletion.run()
        try write(pairs, run: 1, lastRow: lastRow)
        tail = []
    }

    /// Writes sorted pairs in pieces.
    private func write(_ pairs: [LookupPair], run: Int64, lastRow: Int64) throws {
        let statement = try search.file.statement("INSERT INTO lookup VALUES (?, ?, ?, ?, ?)")
        for piece in LookupPair.pieces(pairs) {
            statement.bind(kind.rawValue, at: 1)
            statement.bind(run, at: 2)
            statement.bind(LookupSearch.ordered(pairs[piece.lowerBound].hash), at: 3)
            statement.bind(lastRow, at: 4)
            statement.bind(copying: LookupPair.bytes(pairs[piece]), at: 5)
            try statement.run()
        }
    }

    /// Stores the filter with a segment that takes no more rows, so that opening it again is quick.
    func storeFilter() throws {
        guard !filters.isEmpty else { return }
        var bytes: [UInt8] = []
        for filter in filters {
            withUnsafeBytes(of: UInt64(filter.words.count).littleEndian) { bytes.append(contentsOf: $0) }
            for word in filter.words { withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) } }
        }
        let statement = try search.file.statement("INSERT OR REPLACE INTO lookup_filter VALUES (?, ?)")
        statement.bind(kind.rawValue, at: 1)
        statement.bind(copying: bytes, at: 2)
        try statement.run()
    }

    @inline(__always)
    private mutating func addToFilter(_ hash: UInt64) {
        guard kind.hasFilter else { return }
        if filters.isEmpty || inLastFilter >= Self.filterCapacity {
            filters.append(BloomFilter(capacity: Self.filterCapacity))
            inLastFilter = 0
        }
        filters[filters.count - 1].insert(hash)
        inLastFilter += 1
    }

    private mutating func addRunsToFilter() throws {
        let statement = try search.file.statement("SELECT pairs FROM lookup WHERE kind = ?")
        statement.bind(kind.rawValue, at: 1)
        while try statement.step() {
            statement.withBytes(0) { pairs in
                for index in 0..<pairs.count / LookupPair.byteCount { addToFilter(LookupPair(pairs, at: index).hash) }
            }
        }
        statement.reset()
    }

    private mutating func readTail() throws {
        let columns =
            switch kind {
            case .traceOfSpan: "trace_id"
            case .traceOfLog: "trace_id, identity"
            case .response: "response_id"
            }
        let statement = try search.file.statement("SELECT id, \(columns) FROM \(kind.table) WHERE id > ? ORDER BY id")
        statement.bind(try search.lastRow(), at: 1)
        while try statement.step() {
            if let hash = kind.hash(statement) { add(hash, row: statement.integer(0)) }
        }
        statement.reset()
    }

    private static func storedFilter(_ kind: LookupKind, _ file: DatabaseFile) throws -> [BloomFilter]? {
        let statement = try file.statement("SELECT bits FROM lookup_filter WHERE kind = ?")
        statement.bind(kind.rawValue, at: 1)
        defer { statement.reset() }
        guard try statement.step() else { return nil }
        return statement.withBytes(0) { bytes in
            var filters: [BloomFilter] = []
            var offset = 0
            while offset + 8 <= bytes.count {
                let stored = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
                guard let count = Int(exactly: stored), count <= (bytes.count - offset - 8) / 8 else { return nil }
                offset += 8
                let words = (0..<count).map {
                    bytes.loadUnaligned(fromByteOffset: offset + $0 * 8, as: UInt64.self).littleEndian
                }
                guard let filter = BloomFilter(words: words) else { return nil }
                filters.append(filter)
                offset += count * 8
            }
            return filters
        }
    }

    /// So many pairs become a run; until then they are looked for one by one.
    private static let runLength = 32_768
    private static let filterCapacity = 1 << 20
}

extension LookupKind {
    /// The hash of what is looked up in the present row, whose second column holds it; nil when nothing does.
    fileprivate func hash(_ row: PreparedStatement) -> UInt64? {
        switch self {
        case .traceOfSpan: row.withBytes(1) { TraceID($0)?.lookupHash }
        case .traceOfLog: row.withBytes(1) { TraceID($0)?.lookupHash } ?? UInt64(bitPattern: row.integer(2))
        case .response: row.withBytes(1) { $0.isEmpty ? nil : StableHash.hash($0) }
        }
    }
}
