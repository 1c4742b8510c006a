/// The header and the text of a prompt file.
struct PromptFileParts {
    /// YAML, below as many empty lines as stand before it in the file, so that its lines are those of the file.
    private(set) var header = ""
    private(set) var body = ""
    /// The line of the file on which the body begins, from 1.
    private(set) var bodyLine = 1

    private static let mostHeaderBytes = 256 << 10

    /// Cuts a file. A file without a header is all body.
    init(_ text: String, file: String) throws(ConfigurationError) {
        let text = Self.normalised(text)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, Self.isFence(first) else {
            body = text
            return
        }
        guard let end = lines.dropFirst().firstIndex(where: Self.isFence) else {
            throw Self.failure(file, "the header is never closed; write --- below it")
        }
        header = "\n" + lines[1..<end].joined(separator: "\n")
        body = lines[(end + 1)...].joined(separator: "\n")
        bodyLine = end + 2
        guard header.utf8.count <= Self.mostHeaderBytes else {
            throw Self.failure(file, "the header is larger than \(ByteSize.text(Self.mostHeaderBytes))")
        }
    }

    /// The text with line feeds alone at its line ends, as Git keeps it, and without a byte order mark: a prompt must not be another because
    /// it was checked out on another system.
    private static func normalised(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if byte == 0x0A, bytes.last == 0x0D { bytes.removeLast() }
            bytes.append(byte)
        }
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        return String(decoding: bytes.dropFirst(hasMark ? 3 : 0), as: UTF8.self)
    }

    private static func isFence(_ line: Substring) -> Bool {
        line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
    }

    private static func failure(_ file: String, _ message: String) -> ConfigurationError {
        ConfigurationError([ConfigurationProblem(file: file, line: 1, message: message)])
    }
}
