import Domain
import Glibc

/// The file in which the collector says how it is, for readers of the store. It is replaced as a whole, never synced: it means
/// nothing once the collector has ended.
struct StatusFile {
    private let path: String

    init(store: String) { path = store + "/collector.status" }

    func write(_ status: CollectorStatus) {
        let temporary = path + ".new"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return }
        let bytes = Array(status.json.text.utf8)
        let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
        if count == bytes.count { rename(temporary, path) } else { unlink(temporary) }
    }

    func remove() { unlink(path) }
}
