import Foundation

/// The built programs, which lie beside the test bundle.
enum Programs {
    static let folder: URL = {
        // The bundle is the running program's first argument, or the program itself.
        let candidates = [CommandLine.arguments.first { $0.hasSuffix(".xctest") }, CommandLine.arguments.first].compactMap { $0 }
        let files = FileManager.default
        for candidate in candidates {
            let folder = URL(filePath: candidate).deletingLastPathComponent()
            if files.isExecutableFile(atPath: folder.appending(path: "headframed").path) { return folder }
        }
        return Source.root.appending(path: ".build/debug")
    }()

    static var daemon: URL { folder.appending(path: "headframed") }
    static var console: URL { folder.appending(path: "headframe") }
}

/// The checkout, found from this file's own place.
enum Source {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
