/// Why the store could not do what was asked of it. `description` says what was tried, what is wrong and what to do.
public enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Another daemon writes this store.
    case inUse(path: String, processID: Int32?)
    /// The path is no store, or one that must not be trusted; `reason` says why.
    case notAStore(path: String, reason: String)
    /// A file that would be written is there already.
    case alreadyThere(path: String)
    /// A newer version of the program made this file.
    case newerSchema(path: String, found: Int, known: Int)
    /// Bytes of the store cannot be understood.
    case damaged(path: String, detail: String)
    /// The file system takes no writes.
    case readOnly(path: String)
    /// No space is left, or less than is kept free.
    case diskFull(path: String)
    /// The disk failed to write or to read.
    case inputOutput(path: String, detail: String)
    /// Somebody else holds a lock for too long.
    case busy(path: String)
    /// A query took longer than it may.
    case timedOut(seconds: Double)
    /// A query is no query that may be asked.
    case badQuery(String)
    /// The writer is closed.
    case closed

    public var description: String {
        switch self {
        case .inUse(let path, let pid):
            let who = pid.map { "the collector with process id \($0)" } ?? "another collector"
            return "opening the store \(path): \(who) is using it; stop it, or choose another directory with --store"
        case .notAStore(let path, let reason):
            return "opening the store \(path): \(reason)"
        case .alreadyThere(let path):
            return "writing \(path): there is a file of that name already; name another one or move it away"
        case .newerSchema(let path, let found, let known):
            return "opening \(path): it was made by a newer version (schema \(found), this program knows \(known)); "
                + "use the newer program; nothing was changed"
        case .damaged(let path, let detail):
            return
                "reading \(path): the store is damaged (\(detail)); run 'headframe doctor', other days are not affected"
        case .readOnly(let path):
            return "writing \(path): the file system is read-only; make it writable, ingest resumes by itself"
        case .diskFull(let path):
            return "writing \(path): the disk is full; free some space, ingest resumes by itself"
        case .inputOutput(let path, let detail):
            return "reading or writing \(path): the disk failed (\(detail)); check the disk"
        case .busy(let path):
            return "opening \(path): it is locked by another process; try again"
        case .timedOut(let seconds):
            return "running the query: stopped after \(seconds) s; ask for a shorter range or raise --timeout"
        case .badQuery(let reason):
            return "running the query: \(reason)"
        case .closed:
            return "storing telemetry: the collector is stopping; send again in a moment"
        }
    }

    /// Whether the same request may succeed when it is sent again later.
    public var isTemporary: Bool {
        switch self {
        case .readOnly, .diskFull, .inputOutput, .busy, .closed: true
        default: false
        }
    }
}
