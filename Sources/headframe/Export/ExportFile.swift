import Domain
import Foundation
import Glibc

/// The file of an export. It has its name only when it is whole: until then it is called `….partial`, with what is needed to go on in
/// `….partial.state`.
final class ExportFile {
    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    /// Bytes that were written or wait to be.
    private(set) var bytes: Int64

    var partial: String { path + ".partial" }
    private var statePath: String { path + ".partial.state" }

    /// Begins the file `path` anew, or goes on behind what `state` says is whole.
    init(_ path: String, resuming state: ExportState?) throws {
        self.path = path
        bytes = state?.bytes ?? 0
        let flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | (state == nil ? O_TRUNC : 0)
        descriptor = Glibc.open(path + ".partial", flags, 0o600)
        guard descriptor >= 0, ftruncate(descriptor, off_t(bytes)) == 0, lseek(descriptor, off_t(bytes), SEEK_SET) >= 0
        else { throw Self.failure(path) }
    }

    deinit { close(descriptor) }

    /// The state of an unfinished export to `path`; nil when there is none.
    static func state(of path: String) -> ExportState? {
        guard let data = FileManager.default.contents(atPath: path + ".partial.state"),
            let json = try? JSON(parsing: [UInt8](data))
        else { return nil }
        return ExportState(json)
    }

    func write(_ text: String) throws {
        buffer.append(contentsOf: text.utf8)
        bytes += Int64(text.utf8.count)
        if buffer.count >= 1 << 20 { try flush() }
    }

    /// Keeps how far it is: rows before it are on the disk.
    func keep(_ state: ExportState) throws {
        try flush()
        guard fdatasync(descriptor) == 0 else { throw Self.failure(path) }
        let temporary = statePath + ".new"
        unlink(temporary)
        if let reason = NewFile.write(state.json.text, to: temporary) {
            throw ProgramError(exit: .internalError, message: "writing \(temporary): \(reason)")
        }
        guard rename(temporary, statePath) == 0 else { throw Self.failure(statePath) }
    }

    /// Gives it its name.
    func finish() throws {
        try flush()
        guard fsync(descriptor) == 0, rename(partial, path) == 0 else { throw Self.failure(path) }
        unlink(statePath)
    }

    private func flush() throws {
        var written = 0
        while written < buffer.count {
            let count = buffer[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.failure(path) }
            written += count
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private static func failure(_ path: String) -> ProgramError {
        ProgramError(
            exit: .internalError,
            message:
                "writing \(path): \(String(cString: strerror(errno))); make room or name another file, then --resume")
    }
}
