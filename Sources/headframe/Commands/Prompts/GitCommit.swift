import Foundation

/// The commit that last changed a file, as Git says.
struct GitCommit {
    let hash: String
    let author: String

    /// The commit of `path`; nil when the file is in no repository, was never committed, or has changes that are not.
    init?(of path: String) {
        let url = URL(fileURLWithPath: path)
        let (folder, name) = (url.deletingLastPathComponent().path, url.lastPathComponent)
        guard let changes = Self.git(["status", "--porcelain", "--ignored", "--", name], in: folder),
            changes.isEmpty,
            let text = Self.git(["log", "-1", "--format=%H%x00%an <%ae>", "--", name], in: folder)
        else { return nil }
        let parts = text.split(separator: "\0", maxSplits: 1)
        guard parts.count == 2, (40...64).contains(parts[0].utf8.count) else { return nil }
        (hash, author) = (String(parts[0]), String(parts[1].prefix(256)))
    }

    /// What Git answers; nil when there is no Git, no repository, or it fails.
    private static func git(_ arguments: [String], in folder: String) -> String? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        // A repository may name programs to be run; none of them is.
        process.arguments = ["git", "-c", "core.fsmonitor=false", "-C", folder] + arguments
        let output = Pipe()
        (process.standardOutput, process.standardError) = (output, FileHandle.nullDevice)
        process.standardInput = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
        return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
    }
}
