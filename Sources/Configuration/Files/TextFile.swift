import Glibc

/// Reads the small text files that people write.
enum TextFile {
    /// More than anybody writes by hand.
    private static let limit = 4 << 20

    /// The text of the file at `path`; nil when it is not there and need not be.
    ///
    /// - Throws: why it cannot be read.
    static func read(_ path: String, isOptional: Bool) throws(ConfigurationError) -> String? {
        func failure(_ message: String) -> ConfigurationError {
            ConfigurationError([ConfigurationProblem(file: path, message: message)])
        }
        // Never waits for the other end of a pipe that somebody named.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        if descriptor < 0, errno == ENOENT, isOptional { return nil }
        guard descriptor >= 0 else { throw failure("cannot be opened: \(String(cString: strerror(errno)))") }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Glibc.read(descriptor, &part, part.count)
            guard count >= 0 else { throw failure("cannot be read: \(String(cString: strerror(errno)))") }
            guard count > 0 else { break }
            bytes += part.prefix(count)
            guard bytes.count <= limit else { throw failure("is larger than \(ByteSize.text(limit))") }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw failure("is not UTF-8 text") }
        return text
    }
}
