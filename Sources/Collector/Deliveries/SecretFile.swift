import Glibc

/// Files with a secret in their only line, such as the URL of an incoming webhook.
enum SecretFile {
    private static let limit = 4 << 10

    /// The secret in the file at `path`, without white space around it.
    ///
    /// - Throws: why there is none, or that others than its owner may read it.
    static func read(_ path: String) throws(DeliveryFailure) -> String {
        func failure(_ reason: String) -> DeliveryFailure { DeliveryFailure("reading \(path): \(reason)") }
        // Never waits for the other end of a pipe that somebody named.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw failure(String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { throw failure("it is no file") }
        guard facts.st_mode & 0o077 == 0 else {
            throw failure("others than its owner may use it; set its mode to 0600")
        }
        var bytes = [UInt8](repeating: 0, count: limit + 1)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw failure(String(cString: strerror(errno))) }
        guard count <= limit, let text = String(validating: bytes.prefix(count), as: UTF8.self) else {
            throw failure("it is longer than \(limit) bytes or not text")
        }
        let blanks: Set<Unicode.Scalar> = [" ", "\t", "\r", "\n"]
        let scalars = text.unicodeScalars.drop { blanks.contains($0) }
        guard let last = scalars.lastIndex(where: { !blanks.contains($0) }) else { throw failure("it is empty") }
        return String(scalars[...last])
    }
}
