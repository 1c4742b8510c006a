import Domain

extension Committer {
    /// Stores the log records of a request, each once.
    func storeLogs(
        _ prepared: PreparedTelemetry, _ contents: inout [SegmentName: ContentWriter], _ counts: inout StoredCounts
    ) throws {
        for log in prepared.logs {
            if try isStored(log) {
                counts.duplicates += 1
                continue
            }
            let segment = try segments.current(log.time.day)
            try segment.begin()
            let content = try contents[segment.name, default: ContentWriter(prepared)]
                .rows(for: log.content, of: prepared, in: segment)
            let row = try segment.insert(log, content: content)
            if let supplement = log.supplement { try store(supplement, of: log, row: row, in: segment) }
            recentLogs.insert(log.identity)
            counts.stored += 1
            if log.time.day < prepared.received.day { counts.late += 1 }
        }
    }

    private func isStored(_ log: PreparedLog) throws -> Bool {
        if recentLogs.contains(log.identity) { return true }
        let day = log.time.day.number
        for segment in try segments.readable(day...day) {
            let rows = try segment.logsByTrace.rows(log.lookupHash)
            guard !rows.isEmpty else { continue }
            let statement = try segment.file.statement("SELECT identity FROM log WHERE id = ?")
            for row in rows {
                statement.bind(row, at: 1)
                defer { statement.reset() }
                if try statement.step(), statement.integer(0) == log.identity { return true }
            }
        }
        return false
    }
}

extension PreparedLog {
    /// By which it is looked up: its trace, else itself.
    var lookupHash: UInt64 { traceID?.lookupHash ?? UInt64(bitPattern: identity) }
}

extension SegmentWriter {
    /// Writes the row of a log record and returns its number.
    fileprivate func insert(_ log: PreparedLog, content: StoredContent) throws -> Int64 {
        let statement = try file.statement("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        statement.bind(nextLog, at: 1)
        if let trace = log.traceID {
            statement.bind(copying: trace.bytes, at: 2)
        } else {
            statement.bind(nil as Int64?, at: 2)
        }
        if let span = log.spanID {
            statement.bind(copying: span.bytes, at: 3)
        } else {
            statement.bind(nil as Int64?, at: 3)
        }
        statement.bind(log.time.nanoseconds, at: 4)
        statement.bind(log.identity, at: 5)
        statement.bind(content.chunk, at: 6)
        statement.bind(Int64(log.content.offset), at: 7)
        statement.bind(Int64(log.content.count), at: 8)
        statement.bind(content.resource, at: 9)
        statement.bind(content.scope, at: 10)
        try statement.run()
        logsByTrace.add(log.lookupHash, row: nextLog)
        nextLog += 1
        return nextLog - 1
    }
}
