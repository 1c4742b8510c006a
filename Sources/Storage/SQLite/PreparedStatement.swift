import GRDBSQLite

/// A compiled statement of one connection, bound and read without detours. Belongs to the thread that owns the connection.
final class PreparedStatement {
    private let handle: OpaquePointer
    private let connection: OpaquePointer
    private let path: String

    /// Compiles `sql` for `connection` of the file `path`, to be used often.
    init(_ sql: String, on connection: OpaquePointer, path: String) throws {
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
        guard code == SQLITE_OK, let statement else {
            throw StoreError(code: code, path: path, message: String(cString: sqlite3_errmsg(connection)))
        }
        (handle, self.connection, self.path) = (statement, connection, path)
    }

    deinit { sqlite3_finalize(handle) }

    // Binding. Positions count from 1. Text and blobs must stay where they are until the next `reset`.

    @inline(__always)
    func bind(_ number: Int64, at position: Int32) { sqlite3_bind_int64(handle, position, number) }
    @inline(__always)
    func bind(_ number: Int64?, at position: Int32) {
        if let number { sqlite3_bind_int64(handle, position, number) } else { sqlite3_bind_null(handle, position) }
    }
    /// Binds a number, or nothing for 0.
    @inline(__always)
    func bind(nonzero number: UInt32, at position: Int32) {
        if number != 0 {
            sqlite3_bind_int64(handle, position, Int64(number))
        } else {
            sqlite3_bind_null(handle, position)
        }
    }
    func bind(_ number: Double?, at position: Int32) {
        if let number { sqlite3_bind_double(handle, position, number) } else { sqlite3_bind_null(handle, position) }
    }
    func bind(_ text: String?, at position: Int32) {
        guard let text else {
            sqlite3_bind_null(handle, position)
            return
        }
        sqlite3_bind_text(handle, position, text, Int32(clamping: text.utf8.count), Self.transient)
    }
    func bind(copying bytes: [UInt8], at position: Int32) {
        sqlite3_bind_blob(handle, position, bytes, Int32(clamping: bytes.count), Self.transient)
    }
    @inline(__always)
    func bind(blob bytes: UnsafeRawBufferPointer, at position: Int32) {
        guard let start = bytes.baseAddress, !bytes.isEmpty else {
            sqlite3_bind_zeroblob(handle, position, 0)
            return
        }
        sqlite3_bind_blob(handle, position, start, Int32(clamping: bytes.count), nil)
    }
    @inline(__always)
    func bind(text bytes: UnsafeRawBufferPointer, at position: Int32) {
        let characters = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        sqlite3_bind_text(handle, position, characters, Int32(clamping: bytes.count), nil)
    }

    // Running

    /// Goes to the next row; false when there is none.
    @inline(__always)
    func step() throws -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        let error = StoreError(failedOn: connection, path: path)
        sqlite3_reset(handle)
        throw error
    }

    /// Makes it ready for the next use.
    @inline(__always)
    func reset() { sqlite3_reset(handle) }

    /// Runs it to its end and makes it ready again.
    @inline(__always)
    func run() throws {
        while try step() {}
        reset()
    }

    // Columns of the present row. Positions count from 0.

    @inline(__always)
    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }
    @inline(__always)
    func optionalInteger(_ column: Int32) -> Int64? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : sqlite3_column_int64(handle, column)
    }
    func optionalDouble(_ column: Int32) -> Double? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : sqlite3_column_double(handle, column)
    }
    func text(_ column: Int32) -> String? {
        withBytes(column) { $0.baseAddress == nil ? nil : String(decoding: $0, as: UTF8.self) }
    }
    /// The text of a column in which an empty text is not the same as none.
    func exactText(_ column: Int32) -> String? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : text(column) ?? ""
    }
    /// The bytes of a blob or text, valid within `body`.
    @inline(__always)
    func withBytes<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        let start = sqlite3_column_blob(handle, column)
        let count = Int(sqlite3_column_bytes(handle, column))
        return try body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }
    func bytes(_ column: Int32) -> [UInt8] { withBytes(column) { Array($0) } }

    /// SQLite copies what is bound so.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

extension StoreError {
    /// The detail by which a failed fsync is recognised: it is never tried again.
    static let failedSync = "fsync failed"
    /// Whether nobody knows any more what is on the disk.
    public var isFatal: Bool { if case .inputOutput(_, Self.failedSync) = self { true } else { false } }
}
