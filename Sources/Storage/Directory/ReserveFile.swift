import Glibc

/// Space that is taken while there is plenty and given back when the disk is full, so that what must be written then (decisions, the
/// audit) can be.
struct ReserveFile {
    let path: String
    let bytes: Int64

    /// Makes it, unless it is there; false when there is no room for it.
    @discardableResult
    func take() -> Bool {
        guard bytes > 0 else { return true }
        if FileSystem.size(path) >= bytes { return true }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        guard posix_fallocate(descriptor, 0, Int(bytes)) == 0 else {
            unlink(path)
            return false
        }
        return true
    }

    /// Gives the space back; whether there was any.
    @discardableResult
    func giveBack() -> Bool { unlink(path) == 0 }
}
