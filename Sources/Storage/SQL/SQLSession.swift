import Domain
import GRDB
import GRDBSQLite

/// A connection on which one query is asked: it has the segments attached for reading, may change nothing and ends in time.
final class SQLSession {
    private let connection: OpaquePointer
    private let deadline: Deadline
    private let timeout: Double

    /// When the query is stopped.
    private final class Deadline {
        let time: MonotonicTime
        init(_ time: MonotonicTime) { self.time = time }
    }

    init(timeout: Double) throws {
        var connection: OpaquePointer?
        let flags =
            SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI
        let code = sqlite3_open_v2(":memory:", &connection, flags, nil)
        guard code == SQLITE_OK, let connection else {
            sqlite3_close_v2(connection)
            throw StoreError(code: code, path: ":memory:", message: "no connection")
        }
        self.connection = connection
        self.timeout = timeout
        deadline = Deadline(MonotonicTime.now().advanced(by: Nanoseconds(Int64(min(max(timeout, 0), 1e6) * 1e9))))
        sqlite3_progress_handler(
            connection, 2000,
            { context in
                guard let context else { return 1 }
                let deadline = Unmanaged<Deadline>.fromOpaque(context).takeUnretainedValue()
                return MonotonicTime.now() > deadline.time ? 1 : 0
            }, Unmanaged.passUnretained(deadline).toOpaque())
        sqlite3_busy_timeout(connection, 2000)
        try execute("PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
    }

    func close() { sqlite3_close_v2(connection) }

    /// Runs statements that give no rows.
    func execute(_ sql: String) throws {
        let code = sqlite3_exec(connection, sql, nil, nil, nil)
        if code != SQLITE_OK { throw failure() }
    }

    func statement(_ sql: String) throws -> PreparedStatement {
        try PreparedStatement(sql, on: connection, path: ":memory:")
    }

    /// - Throws: `StoreError.timedOut` when the time is over.
    func checkTime() throws { if MonotonicTime.now() > deadline.time { throw StoreError.timedOut(seconds: timeout) } }

    /// Makes `views` over `segments`. As many files as SQLite can attach are read in place; the rows of more are brought together first.
    func offer(_ views: [SQLView], of segments: [SegmentReader], _ range: TimeRange) throws {
        guard !segments.isEmpty else {
            try execute(SegmentSchema.tables + SegmentSchema.supplementTables)
            return try execute(
                views.map { "CREATE TEMP VIEW \($0.name) AS \($0.selection("main", .wholeSpan, range, 0...0))" }.joined(
                    separator: ";"))
        }
        guard segments.count > Self.mostAttached else { return try offerInPlace(views, of: segments, range) }
        for (index, segment) in segments.enumerated() {
            try attach(segment.file.uri, as: "segment")
            for view in views {
                let selection = view.selection("segment", try segment.spanTable(), range, try segment.rows(range))
                try execute(
                    (index == 0 ? "CREATE TEMP TABLE \(view.name) AS " : "INSERT INTO \(view.name) ") + selection)
            }
            try execute("DETACH segment")
        }
    }

    private func offerInPlace(_ views: [SQLView], of segments: [SegmentReader], _ range: TimeRange) throws {
        for (index, segment) in segments.enumerated() { try attach(segment.file.uri, as: "segment\(index)") }
        for view in views {
            let parts = try segments.enumerated().map { index, segment in
                view.selection("segment\(index)", try segment.spanTable(), range, try segment.rows(range))
            }
            try execute("CREATE TEMP VIEW \(view.name) AS \(parts.joined(separator: " UNION ALL "))")
        }
    }

    private func attach(_ uri: String, as schema: String) throws {
        let statement = try statement("ATTACH ? AS \(schema)")
        statement.bind(uri, at: 1)
        try statement.run()
    }

    /// The rows of one question, which may look at the views and change nothing.
    func rows(_ query: String) throws -> SQLRows {
        try execute("PRAGMA query_only = ON")
        sqlite3_set_authorizer(
            connection,
            { _, action, _, _, _, _ in
                [SQLITE_ATTACH, SQLITE_DETACH, SQLITE_PRAGMA].contains(action) ? SQLITE_DENY : SQLITE_OK
            }, nil)
        var handle: OpaquePointer?
        var rest: UnsafePointer<CChar>?
        let isSingle = try query.withCString { text in
            guard sqlite3_prepare_v2(connection, text, -1, &handle, &rest) == SQLITE_OK else { throw failure() }
            return rest.map { String(cString: $0).allSatisfy { $0.isWhitespace || $0 == ";" } } ?? true
        }
        defer { sqlite3_finalize(handle) }
        guard let handle, isSingle, sqlite3_stmt_readonly(handle) != 0, sqlite3_column_count(handle) > 0 else {
            throw StoreError.badQuery("write one SELECT statement over the views")
        }
        let columns = (0..<sqlite3_column_count(handle)).map {
            sqlite3_column_name(handle, $0).map { String(cString: $0) } ?? ""
        }
        var rows: [[JSON]] = []
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: rows.append(columns.indices.map { Self.value(handle, Int32($0)) })
            case SQLITE_DONE: return SQLRows(columns: columns, rows: rows)
            default: throw failure()
            }
        }
    }

    private static func value(_ row: OpaquePointer, _ column: Int32) -> JSON {
        switch sqlite3_column_type(row, column) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(row, column))
        case SQLITE_FLOAT: return JSON(sqlite3_column_double(row, column))
        case SQLITE_NULL: return .null
        case SQLITE_BLOB: return .string(Hexadecimal.text(bytes(row, column)))
        default: return .string(String(decoding: bytes(row, column), as: UTF8.self))
        }
    }

    private static func bytes(_ row: OpaquePointer, _ column: Int32) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(row, column)
        return UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(row, column)))
    }

    private func failure() -> StoreError {
        let error = StoreError(failedOn: connection, path: "the views")
        if case .timedOut = error { return .timedOut(seconds: timeout) }
        let code = sqlite3_errcode(connection)
        guard code == SQLITE_ERROR || code == SQLITE_AUTH else { return error }
        return .badQuery(String(cString: sqlite3_errmsg(connection)))
    }

    /// SQLite attaches ten files.
    private static let mostAttached = 10
}
