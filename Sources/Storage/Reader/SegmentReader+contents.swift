import Domain

extension SegmentReader {
    /// The encoded messages of a span or log record.
    struct EncodedParts {
        var message: [UInt8]
        var resource: [UInt8]
        var scope: [UInt8]
    }

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

    /// The log records of a trace, in order of time.
    func logs(of trace: TraceID, _ decode: TelemetryDecoder) throws -> [LogRecord] {
        var logs: [(time: Int64, log: LogRecord)] = []
        let search = LookupSearch(file: file, kind: .traceOfLog)
        let statement = try file.statement(
            """
            SELECT trace_id, time_ns, content, content_offset, content_length, resource, scope FROM log WHERE id = ?
            """)
        for id in try search.rows(trace.lookupHash) + tail(of: .traceOfLog, after: search.lastRow(), trace) {
            statement.bind(id, at: 1)
            defer { statement.reset() }
            guard try statement.step(), statement.withBytes(0, { TraceID($0) }) == trace else { continue }
            let parts = try parts(
                content: statement.integer(2), offset: Int(clamping: statement.integer(3)),
                length: Int(clamping: statement.integer(4)), resource: statement.integer(5), scope: statement.integer(6)
            )
            if let parts, let log = decode.log(parts.message, parts.resource, parts.scope) {
                logs.append((statement.integer(1), log))
            }
        }
        return logs.sorted { $0.time < $1.time }.map(\.log)
    }

    /// The rows of the spans of a trace.
    func rows(of trace: TraceID) throws -> [StoredRow] {
        let search = LookupSearch(file: file, kind: .traceOfSpan)
        let ids = try search.rows(trace.lookupHash) + tail(of: .traceOfSpan, after: search.lastRow(), trace)
        return try ids.compactMap { try row($0) }.filter { $0.traceID == trace }
    }

    /// The newest rows are in no run yet: they are looked through.
    private func tail(of kind: LookupKind, after last: Int64, _ trace: TraceID) throws -> [Int64] {
        let statement = try file.statement("SELECT id FROM \(kind.table) WHERE id > ? AND trace_id = ?")
        statement.bind(last, at: 1)
        return try trace.bytes.withUnsafeBytes { bytes in
            statement.bind(blob: bytes, at: 2)
            defer { statement.reset() }
            var ids: [Int64] = []
            while try statement.step() { ids.append(statement.integer(0)) }
            return ids
        }
    }

    private func chunk(_ id: Int64) throws -> [UInt8]? {
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

    private func part(_ id: Int64, _ table: String) throws -> [UInt8] {
        let statement = try file.statement("SELECT bytes FROM \(table) WHERE id = ?")
        statement.bind(id, at: 1)
        defer { statement.reset() }
        return try statement.step() ? statement.bytes(0) : []
    }
}
