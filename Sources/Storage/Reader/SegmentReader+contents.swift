import Domain

extension SegmentReader {
    /// What stands at a place of the contents; nil when it has been removed.
    func parts(content: Int64, offset: Int, length: Int, resource: Int64, scope: Int64) throws -> EncodedParts? {
        guard let chunk = try chunk(content) else { return nil }
        guard offset >= 0, length >= 0, offset <= chunk.count - length else {
            throw damaged("the place of a span's contents")
        }
        return EncodedParts(
            message: Array(chunk[offset..<offset + length]), resource: try part(resource, "resource"),
            scope: try part(scope, "scope"))
    }

    func parts(_ row: StoredRow) throws -> EncodedParts? {
        try parts(
            content: row.content, offset: row.contentOffset, length: row.contentLength, resource: row.resource,
            scope: row.scope)
    }

    func chunk(_ id: Int64) throws -> [UInt8]? {
        if let lastChunk, lastChunk.id == id { return lastChunk.bytes }
        let statement = try file.statement("SELECT length, bytes FROM content WHERE id = ?")
        statement.bind(id, at: 1)
        defer { statement.reset() }
        guard try statement.step() else { return nil }
        let length = Int(clamping: statement.integer(0))
        guard let bytes = statement.withBytes(1, { zstandard.restored($0, count: length) }) else {
            throw damaged("compressed contents")
        }
        lastChunk = (id, bytes)
        return bytes
    }

    /// A chunk as it is stored; nil when it has been removed.
    func compressedChunk(_ id: Int64) throws -> CompressedChunk? {
        let statement = try file.statement("SELECT length, bytes FROM content WHERE id = ?")
        statement.bind(id, at: 1)
        defer { statement.reset() }
        guard try statement.step() else { return nil }
        return CompressedChunk(id: id, count: Int(clamping: statement.integer(0)), bytes: statement.bytes(1))
    }

    private func part(_ id: Int64, _ table: String) throws -> [UInt8] {
        let statement = try file.statement("SELECT bytes FROM \(table) WHERE id = ?")
        statement.bind(id, at: 1)
        defer { statement.reset() }
        return try statement.step() ? statement.bytes(0) : []
    }
}
