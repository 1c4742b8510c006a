import Domain
import Foundation
import Testing

/// Where the vectors are: in the folder that `HEADFRAME_VECTORS` names, else those that the tests carry.
enum VectorFolder {
    static var root: URL {
        let named = ProcessInfo.processInfo.environment["HEADFRAME_VECTORS"].map { URL(fileURLWithPath: $0) }
        return named
            ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures/Vectors")
    }

    /// The JSON files of one folder in it, by name; none fails the test.
    static func files(in folder: String) throws -> [(name: String, content: JSON)] {
        let folder = root.appending(path: folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
        #expect(!names.isEmpty, "no files in \(folder.path)")
        return try names.sorted().map { name in
            let bytes = try Data(contentsOf: folder.appending(path: name))
            return (name, try JSON(parsing: bytes))
        }
    }
}
