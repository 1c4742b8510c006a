import Foundation

/// The recorded snapshots under `Tests/Fixtures/Snapshots`.
public enum SnapshotStore {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let folder = root.appending(path: "Tests/Fixtures/Snapshots")

    /// True when `RECORD_SNAPSHOTS=1`: snapshots are written instead of compared.
    static var isRecording: Bool { ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" }

    /// The recorded text, or nil when there is none.
    static func read(_ name: String) -> String? {
        try? String(contentsOf: file(name), encoding: .utf8)
    }

    /// Records the text.
    static func write(_ text: String, as name: String) throws {
        let file = file(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
    }

    /// Snapshots whose name (up to the first dot) stands in quotes in no test: nobody reads them any more.
    public static func unused() throws -> [String] {
        let sources = try files(under: root.appending(path: "Tests"), suffix: ".swift")
            .map { try String(contentsOf: root.appending(path: "Tests").appending(path: $0), encoding: .utf8) }
        return try files(under: folder, suffix: ".txt").filter { path in
            let name = path.split(separator: ".", maxSplits: 1).first.map(String.init) ?? path
            return !sources.contains { $0.contains("\"\(name)\"") }
        }
    }

    private static func file(_ name: String) -> URL { folder.appending(path: name + ".txt") }

    private static func files(under folder: URL, suffix: String) throws -> [String] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        // The folder itself may be a link, which the enumeration would not follow.
        return try FileManager.default.subpathsOfDirectory(atPath: folder.resolvingSymlinksInPath().path)
            .filter { $0.hasSuffix(suffix) }.sorted()
    }
}
