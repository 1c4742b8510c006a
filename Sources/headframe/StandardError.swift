import Glibc

/// Lines on standard error.
enum StandardError {
    /// Writes one line; a reader that went away is no error.
    static func write(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// Shows how far something is in place of what was shown before, when a person looks; nil ends it.
    static func progress(_ text: String?) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        let bytes = Array(("\r\u{1B}[K" + (text ?? "")).utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
