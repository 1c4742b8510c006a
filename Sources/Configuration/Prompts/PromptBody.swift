/// The text of a prompt file as messages.
struct PromptBody {
    struct Message {
        let role: String
        /// Without blank lines at its beginning and end.
        var text: String
        /// The line of the file on which the text begins.
        var line: Int
    }

    private static let roles: Set<String> = ["system", "developer", "user", "assistant", "tool"]

    private(set) var messages: [Message] = []

    /// Cuts the text at lines such as `user:` and at tags such as `{{role "user"}}`.
    ///
    /// - Parameter firstLine: the line of the file on which the text begins.
    init(_ text: String, firstLine: Int) {
        var message = Message(role: "system", text: "", line: firstLine)
        var isNamed = false
        func finish(_ messages: inout [Message]) {
            let trimmed = Self.trimmed(message)
            if isNamed || !trimmed.text.isEmpty { messages.append(trimmed) }
        }
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            var rest = line
            if line.last == ":", Self.roles.contains(line.dropLast().lowercased()) {
                finish(&messages)
                message = Message(role: line.dropLast().lowercased(), text: "", line: firstLine + index + 1)
                isNamed = true
                continue
            }
            while let tag = Self.roleTag(in: rest) {
                message.text += rest[..<tag.range.lowerBound]
                finish(&messages)
                message = Message(role: tag.role, text: "", line: firstLine + index)
                isNamed = true
                rest = rest[tag.range.upperBound...]
            }
            message.text += rest + "\n"
        }
        finish(&messages)
    }

    /// The first tag such as `{{role "user"}}` in a line.
    private static func roleTag(in line: Substring) -> (role: String, range: Range<Substring.Index>)? {
        guard let start = line.firstRange(of: "{{role ")?.lowerBound,
            let end = line[start...].firstRange(of: "}}")?.upperBound
        else { return nil }
        let role = line[start..<end].dropFirst(7).dropLast(2).filter { !" \"'".contains($0) }
        return (role, start..<end)
    }

    /// `message` without blank lines at its beginning and end.
    private static func trimmed(_ message: Message) -> Message {
        var lines = message.text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        var line = message.line
        while let first = lines.first, first.allSatisfy(\.isWhitespace) {
            lines = lines.dropFirst()
            line += 1
        }
        while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines = lines.dropLast() }
        let text = lines.joined(separator: "\n")
        return Message(role: message.role, text: text, line: text.isEmpty ? message.line : line)
    }
}
