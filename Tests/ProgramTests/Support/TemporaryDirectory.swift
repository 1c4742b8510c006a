import Foundation
import Glibc

/// A directory that is removed with the value.
final class TemporaryDirectory {
    let path: String

    init() throws {
        var template = Array("/tmp/headframe-test-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw Failure("no directory can be made in /tmp") }
        path = String(cString: made)
    }

    /// Where a store may be in it.
    var store: String { path + "/store" }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The names of what is in it.
    var names: [String] { Self.names(in: path) }

    /// The names of what is in a directory; none when it is not there.
    static func names(in path: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    }
}
