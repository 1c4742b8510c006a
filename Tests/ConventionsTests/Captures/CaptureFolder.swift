import Foundation
import Testing

/// Where the capture of one client lies.
struct CaptureFolder: Sendable, CustomTestStringConvertible {
    let url: URL

    var testDescription: String { url.lastPathComponent }

    /// Those in the directory that `HEADFRAME_CAPTURES` names, else those that the tests carry.
    static let all: [CaptureFolder] = {
        let carried = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures/Captures")
        let named = ProcessInfo.processInfo.environment["HEADFRAME_CAPTURES"].map { URL(fileURLWithPath: $0) }
        let entries = try? FileManager.default.contentsOfDirectory(
            at: named ?? carried, includingPropertiesForKeys: nil)
        return (entries ?? []).filter {
            FileManager.default.fileExists(atPath: $0.appending(path: "expected.json").path)
        }.sorted { $0.path < $1.path }.map(CaptureFolder.init)
    }()
}
