import Console
import Glibc

/// Files that are written once, for their owner only, and over none that is there: what is in them may be private, and what is
/// there already may be somebody's.
enum NewFile {
    /// Writes `text` and a line feed; what became of it.
    static func save(_ text: String, to path: String) -> Notice {
        write(text, to: path).map { Notice(.failed, "nothing written to \(path): \($0)") }
            ?? Notice(.done, "written to \(path)")
    }

    /// Writes `text` and a line feed.
    ///
    /// - Returns: why it was not written; nil when it was.
    static func write(_ text: String, to path: String) -> String? {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { return String(cString: strerror(errno)) }
        defer { close(file) }
        let bytes = Array((text + "\n").utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return String(cString: strerror(errno)) }
            written += count
        }
        return nil
    }
}
