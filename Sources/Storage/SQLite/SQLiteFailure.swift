import GRDB
import GRDBSQLite

extension StoreError {
    /// What a failed call of SQLite on the file `path` means.
    init(code: Int32, path: String, message: String) {
        switch code & 0xFF {
        case SQLITE_FULL: self = .diskFull(path: path)
        case SQLITE_READONLY: self = .readOnly(path: path)
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy(path: path)
        case SQLITE_CORRUPT, SQLITE_NOTADB: self = .damaged(path: path, detail: message)
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: self = .notAStore(path: path, reason: message)
        case SQLITE_INTERRUPT: self = .timedOut(seconds: 0)
        case SQLITE_IOERR where Self.failedSyncs.contains(code):
            self = .inputOutput(path: path, detail: Self.failedSync)
        // The shared memory of the WAL could not be extended.
        case SQLITE_IOERR where code == Self.sharedMemorySize: self = .diskFull(path: path)
        default: self = .inputOutput(path: path, detail: message)
        }
    }

    /// What the last call on `connection` failed with.
    init(failedOn connection: OpaquePointer, path: String) {
        let code = sqlite3_extended_errcode(connection)
        self = StoreError(code: code, path: path, message: String(cString: sqlite3_errmsg(connection)))
    }

    /// What an error thrown by GRDB or by this room means, met while working on `path`.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError:
            self.init(
                code: error.extendedResultCode.rawValue, path: path,
                message: error.message ?? "error \(error.resultCode)")
        default: self = .inputOutput(path: path, detail: "\(error)")
        }
    }

    /// SQLITE_IOERR_SHMSIZE
    private static let sharedMemorySize = SQLITE_IOERR | 19 << 8
    /// SQLITE_IOERR_FSYNC and SQLITE_IOERR_DIR_FSYNC: after one of them nobody knows what is on the disk.
    private static let failedSyncs: Set<Int32> = [SQLITE_IOERR | 4 << 8, SQLITE_IOERR | 5 << 8]
}
