import Configuration
import Domain
import Logging

/// One event of the log as a line.
struct LogLine {
    var time: Timestamp
    var level: Logger.Level
    var message: String
    /// Names and values, in order.
    var details: [(name: String, value: String)]

    /// The line, without its end, in which nothing can move the cursor or reorder text: somebody will `cat` it.
    func text(_ format: LogFormat) -> String {
        switch format {
        case .text:
            let values = details.map { " \($0.name)=\(LogLine.quoted($0.value))" }.joined()
            return "\(time.rfc3339()) \(level.rawValue) \(LogLine.escaped(message))\(values)"
        case .json:
            var members: [JSON.Member] = [
                .init("time", .string(time.rfc3339())), .init("level", .string(level.rawValue)),
                .init("message", .string(message)),
            ]
            members += details.map { .init($0.name, .string($0.value)) }
            return JSON.object(members).text
        }
    }

    private static func quoted(_ value: String) -> String {
        let isPlain = !value.isEmpty && !value.unicodeScalars.contains { $0 == " " || $0 == "\"" || $0 == "=" }
        return isPlain
            ? escaped(value)
            : "\""
                + escaped(value).split(separator: "\"", omittingEmptySubsequences: false)
                .joined(separator: "\\\"") + "\""
    }

    /// `text` with control characters and those that reorder or hide text spelled out.
    private static func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: \.isHostile) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar.isHostile {
                result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
