import Foundation

/// Where the vectors are: in the folder that `HEADFRAME_VECTORS` names, else those that the tests carry.
enum VectorFolder {
    static var root: URL {
        let named = ProcessInfo.processInfo.environment["HEADFRAME_VECTORS"].map { URL(fileURLWithPath: $0) }
        return named
            ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/Vectors")
    }

    /// The JSON files in it, and in the folders in it, whose names begin with `prefix`.
    static func files(_ prefix: String) -> [URL] {
        let walk = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        let urls = (walk?.allObjects ?? []).compactMap { $0 as? URL }
        return urls.filter { $0.lastPathComponent.hasPrefix(prefix) && $0.pathExtension == "json" }
            .sorted { $0.path < $1.path }
    }
}
