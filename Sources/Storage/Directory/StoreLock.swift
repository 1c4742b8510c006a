import Glibc

/// The right to write a store: one process at a time has it. The lock goes with the process, so one that was killed leaves nothing in
/// the way.
public final class StoreLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock and writes the process id into `store.lock`.
    ///
    /// - Throws: `StoreError.inUse` with the id of the process that has it.
    public init(_ directory: StoreDirectory) throws(StoreError) {
        let path = directory.lockPath
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            switch errno {
            case EROFS, EACCES: throw StoreError.readOnly(path: path)
            case ENOSPC, EDQUOT: throw StoreError.diskFull(path: path)
            default: throw StoreError.notAStore(path: path, reason: String(cString: strerror(errno)))
            }
        }
        var lock = Self.wholeFile
        guard fcntl(descriptor, Self.set, &lock) == 0 else {
            close(descriptor)
            throw StoreError.inUse(path: directory.path, processID: Self.processID(path))
        }
        let text = Array("\(getpid())\n".utf8)
        ftruncate(descriptor, 0)
        _ = text.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// The process that writes the store at present; nil when none does.
    public static func holder(of directory: StoreDirectory) -> Int32? {
        let descriptor = open(directory.lockPath, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        // Asks without taking it, so that a daemon that starts at this moment is not disturbed.
        var lock = wholeFile
        guard fcntl(descriptor, get, &lock) == 0, lock.l_type != Int16(F_UNLCK) else { return nil }
        return processID(directory.lockPath)
    }

    private static func processID(_ path: String) -> Int32? {
        FileSystem.read(path).flatMap { Int32(String(decoding: $0, as: UTF8.self).filter { $0 != "\n" }) }
    }

    private static var wholeFile: flock {
        flock(l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: 0, l_len: 0, l_pid: 0)
    }

    // F_OFD_GETLK and F_OFD_SETLK: locks of the open file, which another `close` in the same process does not drop.
    private static let get: Int32 = 36
    private static let set: Int32 = 37
}
