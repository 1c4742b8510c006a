import Foundation

/// Folders that come with the program: `themes` and `sample-data`.
enum ResourceFolder {
    /// Where the folder is: beside the program or in a folder above it (a checkout), else where systems keep shared files; nil
    /// when it is nowhere.
    static func path(_ name: String) -> String? {
        let program =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        var folder = URL(filePath: program).deletingLastPathComponent()
        var candidates: [URL] = []
        for _ in 0..<6 {
            candidates.append(folder.appending(path: name))
            folder.deleteLastPathComponent()
        }
        candidates += ["/usr/local/share/headframe", "/usr/share/headframe"].map {
            URL(filePath: $0).appending(path: name)
        }
        return candidates.map(\.path).first { path in
            var isDirectory: ObjCBool = false
            return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
        }
    }
}
