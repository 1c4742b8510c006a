import Configuration
import Glibc

/// The place of the control socket in the file system: made ready before binding, closed to everybody else, gone at the end. To be
/// used under the lock of the store only, so that what lies there is left by a process that is gone.
struct ControlSocketFile: Sendable {
    let path: String
    /// The group that may connect; nil for nobody but the owner.
    let group: UInt32?
    private let store: String

    /// Why a socket cannot be there.
    struct Failure: Error { var reason: String }

    /// The place for the store in `store`, free to be bound.
    ///
    /// - Parameter group: the name of the group that may connect; empty for none.
    init(store: String, group: String) throws(Failure) {
        guard let path = SocketPath.standard(store: store) else {
            throw Failure(
                reason:
                    "the path of the store is too long for a socket and XDG_RUNTIME_DIR is not set; use a shorter path, or "
                    + "set it for headframed and headframe alike")
        }
        (self.path, self.store) = (path, store)
        if group.isEmpty {
            self.group = nil
        } else {
            guard let id = UserDirectory.groupID(group) else {
                throw Failure(reason: "control.socket_group: there is no such group; correct the configuration")
            }
            self.group = id
        }
        try prepareDirectory()
        try removeStale()
    }

    /// The directory is the store, which is ours already, or one of ours in the runtime directory.
    private func prepareDirectory() throws(Failure) {
        let directory = String(path.dropLast(path.utf8.reversed().prefix { $0 != UInt8(ascii: "/") }.count + 1))
        if mkdir(directory, 0o700) != 0, errno != EEXIST {
            throw Failure(reason: "\(directory) cannot be made: \(String(cString: strerror(errno)))")
        }
        var status = stat()
        guard lstat(directory, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid(),
            status.st_mode & 0o022 == 0
        else { throw Failure(reason: "\(directory) is not a directory that this user alone may write") }
        guard let group else { return }
        // Members pass through and see nothing else: every file in there is for its owner only.
        guard lchown(directory, uid_t.max, group) == 0, chmod(directory, 0o710) == 0 else {
            throw Failure(
                reason:
                    "\(directory) cannot be given to the group of control.socket_group: \(String(cString: strerror(errno)))"
            )
        }
    }

    private func removeStale() throws(Failure) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else {
            throw Failure(reason: "\(path) is something else than a socket; move it away")
        }
        guard unlink(path) == 0 else {
            throw Failure(reason: "the old \(path) cannot be removed: \(String(cString: strerror(errno)))")
        }
    }

    /// Lets those in who may connect. Until then the umask keeps everybody else out.
    func open() throws(Failure) {
        let isOpened =
            if let group {
                lchown(path, uid_t.max, group) == 0 && chmod(path, 0o660) == 0
            } else {
                chmod(path, 0o600) == 0
            }
        guard isOpened else {
            throw Failure(reason: "the rights of \(path) cannot be set: \(String(cString: strerror(errno)))")
        }
    }

    func remove() { unlink(path) }
}
