import Domain
import Glibc

extension SampleData {
    /// Reads the folder `sample-data`.
    public init(folder: String) throws(SampleDataError) {
        documents = try Self.lines("\(folder)/documents.jsonl").map { line throws(SampleDataError) in
            let text = try line.text("text")
            return Document(
                id: try line.text("id"), topic: try line.text("topic"), title: try line.text("title"), text: text,
                tokens: text.estimatedTokens)
        }
        questions = [:]
        for file in try Self.files("\(folder)/questions") where file.hasSuffix(".jsonl") {
            questions[String(file.dropLast(6))] = try Self.lines("\(folder)/questions/\(file)").map {
                line throws(SampleDataError) in
                Question(
                    topic: try line.text("topic"), question: try line.text("question"), answer: try line.text("answer"),
                    documents: (line.value["documents"]?.array ?? []).compactMap(\.string),
                    tool: line.value["tool"]?.string)
            }
        }
        var prompts: [Prompt] = []
        for file in try Self.files("\(folder)/prompts") where file.hasSuffix(".md") {
            let path = "\(folder)/prompts/\(file)"
            prompts.append(try Prompt(file: path, text: try Self.contents(path)))
        }
        func prompt(_ name: String, newest: Bool) throws(SampleDataError) -> Prompt {
            let versions = prompts.filter { $0.name == name }.sorted { (Int($0.version) ?? 0) < (Int($1.version) ?? 0) }
            guard let found = newest ? versions.last : versions.first else {
                throw .missing("prompt \(name)", folder: folder)
            }
            return found
        }
        stable = try prompt("support-answer", newest: false)
        canary = try prompt("support-answer", newest: true)
        summarise = try prompt("summarise-ticket", newest: true)
        if documents.isEmpty { throw .missing("documents", folder: folder) }
        if questions.allSatisfy({ $0.value.isEmpty }) { throw .missing("questions", folder: folder) }
    }

    /// A line of a JSONL file, with where it stands.
    private struct Line {
        var value: JSON
        var file: String
        var number: Int

        func text(_ key: String) throws(SampleDataError) -> String {
            guard let text = value[key]?.string else {
                throw .malformed(file: file, line: number, reason: "the text “\(key)” is missing")
            }
            return text
        }
    }

    private static func lines(_ path: String) throws(SampleDataError) -> [Line] {
        let rows = try contents(path).split(separator: "\n", omittingEmptySubsequences: false)
        var lines: [Line] = []
        for (index, row) in rows.enumerated() where !row.isEmpty {
            do throws(JSONError) {
                lines.append(Line(value: try JSON(parsing: String(row)), file: path, number: index + 1))
            } catch {
                throw .malformed(file: path, line: index + 1, reason: "not JSON: \(error)")
            }
        }
        return lines
    }

    private static func contents(_ path: String) throws(SampleDataError) -> String {
        guard let file = fopen(path, "re") else { throw unreadable(path) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        if ferror(file) != 0 { throw unreadable(path) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func files(_ path: String) throws(SampleDataError) -> [String] {
        guard let folder = opendir(path) else { throw unreadable(path) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) {
                        String(cString: $0)
                    }
                })
        }
        return names.sorted()
    }

    private static func unreadable(_ path: String) -> SampleDataError {
        .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
}
