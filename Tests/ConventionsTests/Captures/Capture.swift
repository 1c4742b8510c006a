import Domain
import Foundation
import Wire

/// What one client sent, body by body, and what must come out of it.
struct Capture {
    enum Body {
        case traces([UInt8])
        case logs([UInt8])
    }

    let bodies: [Body]
    let expected: Expected

    /// Reads a folder that holds `expected.json` and either `bodies.gz` (as `pack.py` makes it) or the recorded requests.
    init(_ folder: URL) throws {
        expected = Expected(try JSON(parsing: [UInt8](Data(contentsOf: folder.appending(path: "expected.json")))))
        let archive = folder.appending(path: "bodies.gz")
        bodies =
            FileManager.default.fileExists(atPath: archive.path)
            ? try Self.unpack([UInt8](Data(contentsOf: archive))) : try Self.requests(folder)
    }

    /// The bodies of a directory as it was recorded: `requests.jsonl` names the file, path and encoding of each.
    private static func requests(_ folder: URL) throws -> [Body] {
        let lines = try String(contentsOf: folder.appending(path: "requests.jsonl"), encoding: .utf8).split(
            separator: "\n")
        return try lines.compactMap { line in
            let request = try JSON(parsing: String(line))
            let path = request["path"]?.string ?? ""
            let isTraces = path.hasSuffix("/v1/traces") || path.contains("TraceService")
            guard isTraces || path.hasSuffix("/v1/logs") || path.contains("LogsService") else { return nil }
            var body = try [UInt8](Data(contentsOf: folder.appending(path: request["file"]?.string ?? "")))
            if request["content_encoding"]?.string == "gzip" { body = try inflated(body) }
            return isTraces ? .traces(body) : .logs(body)
        }
    }

    private static func unpack(_ archive: [UInt8]) throws -> [Body] {
        var rest = try inflated(archive)[...]
        var bodies: [Body] = []
        while let signal = rest.popFirst() {
            let count = rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(4)
            let body = Array(rest.prefix(count))
            rest = rest.dropFirst(count)
            bodies.append(signal == UInt8(ascii: "t") ? .traces(body) : .logs(body))
        }
        return bodies
    }

    private static func inflated(_ bytes: [UInt8]) throws -> [UInt8] {
        let inflater = Inflater(limit: 64 << 20, reservation: DecodeBudget(capacity: 256 << 20).reservation())
        try inflater.write(bytes)
        return try inflater.finish()
    }
}
