import Foundation
import Glibc

/// Where standard error goes while the screen is up: stray lines would tear it.
enum ConsoleLog {
    /// `$XDG_STATE_HOME/headframe/console.log`, opened for appending; nil when that cannot be.
    static func open() -> Int32? {
        let environment = ProcessInfo.processInfo.environment
        let state = environment["XDG_STATE_HOME"] ?? (environment["HOME"] ?? "/tmp") + "/.local/state"
        let folder = state + "/headframe"
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let descriptor = Glibc.open(
            folder + "/console.log", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        return descriptor >= 0 ? descriptor : nil
    }
}
