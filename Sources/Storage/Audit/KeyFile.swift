import Glibc

/// A secret of 32 random bytes in a file that its owner alone can read, made when it is first needed.
public struct KeyFile: Hashable, Sendable {
    private static let size = 32
    private let path: String

    /// The key in the file `path`.
    public init(_ path: String) { self.path = path }

    /// Why there is no key.
    public struct Failure: Error, Hashable, Sendable {
        public let reason: String
    }

    /// The key, made when there is none.
    public func readOrMake() throws(Failure) -> [UInt8] {
        if let key = try read() { return key }
        var random = SystemRandomNumberGenerator()
        let key = (0..<Self.size).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Self.failure("it cannot be created", errno) }
        defer { close(descriptor) }
        let count = key.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        guard count == key.count, fsync(descriptor) == 0 else {
            let code = errno
            unlink(path)
            throw Self.failure("it cannot be written", code)
        }
        return key
    }

    /// The key; nil when there is none.
    public func read() throws(Failure) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw Self.failure("it cannot be read", errno)
        }
        defer { close(descriptor) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, facts.st_mode & 0o077 == 0 else {
            throw Failure(reason: "others than its owner may read it; set its mode to 0600")
        }
        var key = [UInt8](repeating: 0, count: Self.size)
        let count = Glibc.read(descriptor, &key, key.count)
        guard count == key.count else { throw Failure(reason: "it is shorter than \(key.count) bytes") }
        return key
    }

    private static func failure(_ what: String, _ code: Int32) -> Failure {
        Failure(reason: "\(what): \(String(cString: strerror(code)))")
    }
}
