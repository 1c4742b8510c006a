/// Writes the contents of one request into one segment: each chunk, resource and scope when the first span needs it, so that a
/// request of which everything was here before leaves nothing behind.
struct ContentWriter {
    private var chunks: [Int64]
    private var resources: [Int64]
    private var scopes: [Int64]

    init(_ prepared: PreparedTelemetry) {
        chunks = [Int64](repeating: 0, count: prepared.chunks.count)
        resources = [Int64](repeating: 0, count: prepared.resources.count)
        scopes = [Int64](repeating: 0, count: prepared.scopes.count)
    }

    /// The rows for `place`.
    mutating func rows(
        for place: ContentPlace, of prepared: PreparedTelemetry, in segment: SegmentWriter
    ) throws -> StoredContent {
        if chunks[place.chunk] == 0 {
            chunks[place.chunk] = try segment.insert(prepared.chunks[place.chunk])
        }
        if resources[place.resource] == 0 {
            resources[place.resource] = try segment.row(of: prepared.resources[place.resource], in: "resource")
        }
        if scopes[place.scope] == 0 {
            scopes[place.scope] = try segment.row(of: prepared.scopes[place.scope], in: "scope")
        }
        return StoredContent(
            chunk: chunks[place.chunk], resource: resources[place.resource], scope: scopes[place.scope])
    }
}

extension SegmentWriter {
    fileprivate func insert(_ chunk: PreparedChunk) throws -> Int64 {
        let statement = try file.statement("INSERT INTO content VALUES (?, ?, ?)")
        statement.bind(nextContent, at: 1)
        statement.bind(Int64(chunk.rawCount), at: 2)
        try chunk.compressed.withUnsafeBytes { bytes in
            statement.bind(blob: bytes, at: 3)
            try statement.run()
        }
        nextContent += 1
        return nextContent - 1
    }

    /// The row of `table` that holds these bytes, a new one when none does.
    fileprivate func row(of part: PreparedPart, in table: String) throws -> Int64 {
        let search = try file.statement("SELECT id FROM \(table) WHERE hash = ? AND bytes = ?")
        return try part.encoded.withUnsafeBytes { bytes in
            search.bind(part.hash, at: 1)
            search.bind(blob: bytes, at: 2)
            defer { search.reset() }
            if try search.step() { return search.integer(0) }
            let insertion = try file.statement("INSERT INTO \(table) (hash, bytes) VALUES (?, ?) RETURNING id")
            insertion.bind(part.hash, at: 1)
            insertion.bind(blob: bytes, at: 2)
            defer { insertion.reset() }
            guard try insertion.step() else { return 0 }
            let id = insertion.integer(0)
            _ = try insertion.step()
            return id
        }
    }
}
