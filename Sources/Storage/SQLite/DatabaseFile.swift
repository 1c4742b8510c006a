import Domain
import GRDB
import GRDBSQLite

/// An open database file of the store. GRDB opens and migrates it; statements are compiled on its connection directly. It belongs
/// to one thread at a time.
final class DatabaseFile {
    let path: String
    /// By which another connection can read it.
    let uri: String
    let connection: OpaquePointer
    private let queue: DatabaseQueue
    private let log = LogLength()
    private var statements: [String: PreparedStatement] = [:]

    /// How a file is opened.
    enum Access {
        /// By the one writer: WAL, every commit on the disk before it returns, checkpoints only when asked for.
        case write(schema: DatabaseMigrator, version: Int)
        /// Beside a writer.
        case read(version: Int)
        /// Of a file that nobody changes, in a directory that cannot be written.
        case immutable(version: Int)
    }

    /// Opens `path`.
    ///
    /// - Throws: `StoreError`; a file of a newer schema is left as it is.
    init(_ path: String, _ access: Access) throws(StoreError) {
        self.path = path
        do {
            switch access {
            case .write(let migrator, let version):
                // A file that is already there shows its version before anything of it may change.
                let isNew = !FileSystem.exists(path) || FileSystem.size(path) == 0
                if !isNew { try Self.check(path, version: version) }
                uri = Self.uri(path, "mode=ro")
                queue = try DatabaseQueue(path: path, configuration: Self.writing(isNew: isNew))
                try migrator.migrate(queue)
            case .read(let version):
                // A file without tables is one that a writer is about to make, or none of ours.
                uri = Self.uri(path, "mode=ro")
                queue = try DatabaseQueue(path: path, configuration: Self.reading)
                try Self.check(queue, path: path, version: version)
            case .immutable(let version):
                uri = Self.uri(path, "mode=ro&immutable=1")
                queue = try DatabaseQueue(path: uri, configuration: Self.reading)
                try Self.check(queue, path: path, version: version)
            }
            connection = try queue.inDatabase { db in
                guard let connection = db.sqliteConnection else { throw StoreError.closed }
                return connection
            }
            // GRDB observes its own transactions and would trap at ours.
            sqlite3_commit_hook(connection, nil, nil)
            sqlite3_rollback_hook(connection, nil, nil)
            sqlite3_update_hook(connection, nil, nil)
            sqlite3_set_authorizer(connection, nil, nil)
            sqlite3_wal_hook(
                connection,
                { context, _, _, pages in
                    if let context { Unmanaged<LogLength>.fromOpaque(context).takeUnretainedValue().pages = Int(pages) }
                    return SQLITE_OK
                }, Unmanaged.passUnretained(log).toOpaque())
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// The statement `sql`, compiled once.
    func statement(_ sql: String) throws -> PreparedStatement {
        if let known = statements[sql] { return known }
        let statement = try PreparedStatement(sql, on: connection, path: path)
        statements[sql] = statement
        return statement
    }

    /// The statement `sql` for one use: its text is made for it, so that it is not kept.
    func temporaryStatement(_ sql: String) throws -> PreparedStatement {
        try PreparedStatement(sql, on: connection, path: path)
    }

    /// Runs `sql`, which gives no rows.
    func execute(_ sql: String) throws { try statement(sql).run() }

    /// The number that `sql` gives; nil for none.
    func number(_ sql: String) throws -> Int64? {
        let statement = try statement(sql)
        defer { statement.reset() }
        return try statement.step() ? statement.optionalInteger(0) : nil
    }

    /// Reads within one snapshot.
    func snapshot<Result>(_ body: () throws -> Result) throws -> Result {
        try execute("BEGIN")
        defer { sqlite3_exec(connection, "COMMIT", nil, nil, nil) }
        return try body()
    }

    /// Takes back the open transaction, if there is one.
    func rollback() {
        if sqlite3_get_autocommit(connection) == 0 { sqlite3_exec(connection, "ROLLBACK", nil, nil, nil) }
    }

    /// Whether it has no WAL: nobody is expected to write it.
    func isSealed() throws -> Bool {
        let statement = try statement("PRAGMA journal_mode")
        defer { statement.reset() }
        return try statement.step() && statement.text(0) != "wal"
    }

    /// Gives it a WAL, or merges the WAL and goes without. The latter fails, without waiting, while anybody reads.
    func setSealed(_ isSealed: Bool) throws {
        if isSealed { sqlite3_busy_timeout(connection, 0) }
        defer { sqlite3_busy_timeout(connection, 2000) }
        try execute("PRAGMA journal_mode = \(isSealed ? "DELETE" : "WAL")")
    }

    /// Moves what stands in the WAL into the file, as far as readers allow; `truncate` also empties the WAL when nobody reads.
    func checkpoint(truncate: Bool) throws {
        sqlite3_busy_timeout(connection, 0)
        defer { sqlite3_busy_timeout(connection, 2000) }
        let mode = truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE
        let code = sqlite3_wal_checkpoint_v2(connection, nil, mode, nil, nil)
        // The next commit tells how much is left.
        log.pages = 0
        guard code != SQLITE_OK, code & 0xFF != SQLITE_BUSY else { return }
        try fail()
    }

    /// Keeps more pages in memory while much is written, or fewer again.
    func setWritingMuch(_ isWritingMuch: Bool) throws {
        let kilobytes = isWritingMuch ? Self.writerCacheKilobytes : Self.readerCacheKilobytes
        try execute("PRAGMA cache_size = -\(kilobytes)")
        if !isWritingMuch { sqlite3_db_release_memory(connection) }
    }

    /// Throws what the last call on the connection failed with.
    func fail() throws -> Never {
        throw StoreError(failedOn: connection, path: path)
    }

    /// Pages that commits have put into the WAL since it began anew.
    var logPages: Int { log.pages }

    /// Bytes of the WAL's file, which keeps its size when it begins anew.
    var logBytes: Int64 { FileSystem.size(path + "-wal") }

    /// Closes it.
    func close() {
        statements.removeAll()
        try? queue.close()
    }

    /// The detail by which a file is recognised that has no tables yet.
    static let noTables = "it has no tables"

    /// Before anything is written: a file without tables is one whose making was interrupted.
    private static func check(_ path: String, version: Int) throws {
        let queue = try DatabaseQueue(path: path, configuration: reading)
        defer { try? queue.close() }
        do {
            try check(queue, path: path, version: version)
        } catch StoreError.damaged(_, noTables) {}
    }

    private static func check(_ queue: DatabaseQueue, path: String, version: Int) throws {
        let found = try queue.inDatabase { try Int.fetchOne($0, sql: "PRAGMA user_version") } ?? 0
        guard found <= version else { throw StoreError.newerSchema(path: path, found: found, known: version) }
        guard found > 0 else { throw StoreError.damaged(path: path, detail: noTables) }
    }

    private static func writing(isNew: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.busyMode = .timeout(2)
        configuration.prepareDatabase { db in
            if isNew { try db.execute(sql: "PRAGMA page_size = \(pageSize); PRAGMA journal_mode = WAL") }
            try db.execute(
                sql: """
                    PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0;
                    PRAGMA cache_size = -\(readerCacheKilobytes); PRAGMA secure_delete = FAST;
                    PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY;
                    """)
        }
        return configuration
    }

    private static var reading: Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.foreignKeysEnabled = false
        configuration.busyMode = .timeout(2)
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -\(readerCacheKilobytes);
                    PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY;
                    """)
        }
        return configuration
    }

    private static func uri(_ path: String, _ parameters: String) -> String {
        var escaped = "file:"
        for byte in path.utf8 {
            switch byte {
            case 0x25, 0x3F, 0x23: escaped += "%" + Hexadecimal.text([byte])
            default: escaped.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return escaped + "?" + parameters
    }

    static let pageSize = 8192
    private static let writerCacheKilobytes = 12 << 10
    private static let readerCacheKilobytes = 2 << 10

    /// How long the WAL is, as SQLite told at the last commit.
    private final class LogLength {
        var pages = 0
    }
}
