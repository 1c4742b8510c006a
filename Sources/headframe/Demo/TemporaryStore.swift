import Foundation
import Glibc

/// A directory for a store that is gone when the demo ends.
struct TemporaryStore {
    let path: String

    /// - Throws: `ProgramError` when it cannot be made.
    init() throws {
        let base = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        var template = Array("\(base)/headframe-demo-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else {
            throw ProgramError(
                exit: .internalError,
                message:
                    "making a directory in \(base): \(String(cString: strerror(errno))); set TMPDIR to one that can be written"
            )
        }
        path = String(cString: made)
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
