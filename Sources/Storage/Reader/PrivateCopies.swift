import Glibc

/// A directory of its own with copies of segments that cannot be read where they are; gone with whoever made it.
final class PrivateCopies {
    private let path: String

    init() throws {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(base)/headframe-copy-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw StoreError.notAStore(path: base, reason: "no private copy can be made there; set TMPDIR")
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        for name in FileSystem.names(in: path) { unlink(path + "/" + name) }
        rmdir(path)
    }

    /// The path of a copy of a database and its WAL.
    func copy(_ file: String) throws -> String {
        let name = file.split(separator: "/").last.map(String.init) ?? "segment.db"
        for suffix in ["", "-wal"] { try copy(from: file + suffix, to: "\(path)/\(name)\(suffix)") }
        return "\(path)/\(name)"
    }

    private func copy(from source: String, to target: String) throws {
        func failure(_ path: String) -> StoreError {
            errno == ENOSPC ? .diskFull(path: path) : .notAStore(path: path, reason: String(cString: strerror(errno)))
        }
        let input = open(source, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard input >= 0 else { throw failure(source) }
        defer { close(input) }
        let output = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard output >= 0 else { throw failure(target) }
        defer { close(output) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let got = read(input, &buffer, buffer.count)
            guard got > 0 else {
                if got < 0 { throw failure(source) }
                return
            }
            guard write(output, buffer, got) == got else { throw failure(target) }
        }
    }
}
