import Glibc

/// The key of the pseudonyms of a store: 32 random bytes in a file that its owner alone can read, made when it is first needed.
/// Without it nobody can find out whose the pseudonyms are, nor go on making the same ones.
struct PseudonymKey {
    private static let size = 32
    private let path: String

    init(store: String) { path = store + "/pseudonym.key" }

    /// The key.
    ///
    /// - Throws: why there is none.
    func read() throws(CollectorError) -> [UInt8] {
        if let key = try existing() { return key }
        var random = SystemRandomNumberGenerator()
        let key = (0..<PseudonymKey.size).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw failure("it cannot be created", errno) }
        defer { close(descriptor) }
        let count = key.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        guard count == key.count, fsync(descriptor) == 0 else {
            let code = errno
            unlink(path)
            throw failure("it cannot be written", code)
        }
        return key
    }

    private func existing() throws(CollectorError) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw failure("it cannot be read", errno)
        }
        defer { close(descriptor) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, facts.st_mode & 0o077 == 0 else {
            throw .pseudonymKey(path, reason: "others than its owner may read it; set its mode to 0600")
        }
        var key = [UInt8](repeating: 0, count: PseudonymKey.size)
        let count = Glibc.read(descriptor, &key, key.count)
        guard count == key.count else { throw .pseudonymKey(path, reason: "it is shorter than \(key.count) bytes") }
        return key
    }

    private func failure(_ what: String, _ code: Int32) -> CollectorError {
        .pseudonymKey(path, reason: "\(what): \(String(cString: strerror(code)))")
    }
}
