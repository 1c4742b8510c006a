import Domain
import Glibc

/// The directory of a store: where its files are, and whether it may be trusted.
public struct StoreDirectory: Hashable, Sendable {
    public let path: String
    /// Whether it is one file alone, which somebody keeps or was sent.
    let isFile: Bool

    /// One segment by itself, or an exported incident; used for reading. It has none of the other files of a store.
    ///
    /// - Throws: `StoreError.notAStore` with the reason.
    public init(file path: String) throws(StoreError) {
        (self.path, isFile) = (path, true)
        guard let status = FileSystem.status(path), status.st_mode & S_IFMT == S_IFREG else {
            throw StoreError.notAStore(path: path, reason: "it is not a file; name a segment or an exported incident")
        }
    }

    /// Whether `path` is a file and no directory.
    static func isFile(_ path: String) -> Bool {
        FileSystem.status(path).map { $0.st_mode & S_IFMT == S_IFREG } ?? false
    }

    /// The store in `path`, which must be there and be a directory of this user; used for reading.
    ///
    /// - Throws: `StoreError.notAStore` with the reason.
    public init(existing path: String) throws(StoreError) {
        (self.path, isFile) = (path, false)
        try check()
        guard FileSystem.exists(segmentsPath) else {
            throw StoreError.notAStore(
                path: path, reason: "there is no store in it; start headframed, or name another directory with --store")
        }
    }

    /// The store in `path`, made when it is not there (mode 0700); used for writing. Parents are made too. Sets the umask of the
    /// process to 077, so that everything the store creates belongs to its user alone.
    ///
    /// - Throws: `StoreError.notAStore` with the reason, `.readOnly`, `.diskFull`.
    public init(creating path: String) throws(StoreError) {
        (self.path, isFile) = (path, false)
        umask(0o077)
        try Self.makeDirectory(path)
        try check()
        if let status = FileSystem.status(path), status.st_mode & 0o077 != 0 { chmod(path, 0o700) }
        try Self.makeDirectory(segmentsPath)
        for directory in [path, segmentsPath] {
            for name in FileSystem.names(in: directory) where name.hasSuffix(".db") {
                chmod(directory + "/" + name, 0o600)
            }
        }
    }

    var segmentsPath: String { path + "/segments" }
    var controlPath: String { path + "/control.db" }
    var evaluationsPath: String { path + "/evaluations.db" }
    var historyPath: String { path + "/history.db" }
    var driftPath: String { path + "/drift.db" }
    var lockPath: String { path + "/store.lock" }
    var statusPath: String { path + "/collector.status" }
    /// The usual place of the head of the audit log.
    public var auditHeadPath: String { path + "/audit.head" }
    /// The usual place of the key of the audit log.
    public var auditKeyPath: String { path + "/audit.key" }
    var reservePath: String { path + "/reserve" }

    func path(of segment: SegmentName) -> String { isFile ? path : segmentsPath + "/" + segment.fileName }

    /// The segments that are there, oldest first.
    func segmentNames() -> [SegmentName] {
        isFile ? [.alone] : FileSystem.names(in: segmentsPath).compactMap { SegmentName(file: $0) }.sorted()
    }

    /// Whether files can be created in it.
    var isWritable: Bool { !isFile && access(segmentsPath, W_OK) == 0 }

    private func check() throws(StoreError) {
        func refuse(_ reason: String) -> StoreError { .notAStore(path: path, reason: reason) }
        guard let status = FileSystem.status(path) else {
            throw refuse("there is no such directory; start headframed, or name another directory with --store")
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: break
        case S_IFLNK: throw refuse("it is a symbolic link; name the directory itself")
        default: throw refuse("it is not a directory")
        }
        guard status.st_uid == geteuid() || geteuid() == 0 else {
            throw refuse(
                "it belongs to another user (uid \(status.st_uid)); run as that user or name another directory")
        }
    }

    private static func makeDirectory(_ path: String) throws(StoreError) {
        if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        let code = errno
        switch code {
        case ENOENT:
            let parent = path.split(separator: "/", omittingEmptySubsequences: true).dropLast().joined(separator: "/")
            let parentPath = path.hasPrefix("/") ? "/" + parent : parent
            guard !parent.isEmpty, parentPath != path else { fallthrough }
            try makeDirectory(parentPath)
            if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
            throw StoreError.notAStore(path: path, reason: "it cannot be created (\(String(cString: strerror(errno))))")
        case EROFS: throw StoreError.readOnly(path: path)
        case ENOSPC, EDQUOT: throw StoreError.diskFull(path: path)
        default:
            throw StoreError.notAStore(path: path, reason: "it cannot be created (\(String(cString: strerror(code))))")
        }
    }
}
