import Foundation

/// A directory that is removed after a measurement.
struct Scratch {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "/headframe-bench-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
