import Console
import Drawing
import Glibc

/// The screen as text.
enum Screenshot {
    /// The rows of the canvas.
    static func text(_ canvas: Canvas) -> String {
        (0..<canvas.height).map { canvas.text(row: $0) }.joined(separator: "\n")
    }

    /// Writes the screen to a file that is not there yet; what became of it.
    static func save(_ canvas: Canvas, to path: String) -> Notice {
        // What is on the screen may be private, and what is there already may be somebody's.
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { return failure(path) }
        defer { close(file) }
        let bytes = Array((text(canvas) + "\n").utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return failure(path) }
            written += count
        }
        return Notice(.done, "screen saved to \(path)")
    }

    private static func failure(_ path: String) -> Notice {
        Notice(.failed, "screen not saved to \(path): \(String(cString: strerror(errno)))")
    }
}
