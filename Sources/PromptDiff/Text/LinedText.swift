import Domain

/// A text as numbered lines, or the messages of a prompt as one text in which a line names the role before each.
///
/// Lines end at line feeds, which belong to none; what follows the last one is a line too, so joining the lines gives the text again.
/// After `mostLines` the rest is one line, whatever it holds: no text makes more work than its length.
struct LinedText: Hashable, Sendable {
    struct Line: Hashable, Sendable {
        /// Place in `bytes`.
        let range: Range<Int>
        /// Index of the message.
        let message: Int
        /// From 1, within its message; nil for the line that names the role.
        let number: Int?
    }

    static let mostLines = 100_000

    /// Valid UTF-8.
    private(set) var bytes: [UInt8] = []
    private(set) var lines: [Line] = []

    /// A text without roles.
    init(_ text: String) { append(text, message: 0) }

    /// All messages, each below its role.
    init(_ messages: [PromptMessage]) {
        for (index, message) in messages.enumerated() {
            let start = bytes.count
            bytes.append(contentsOf: message.role.utf8)
            lines.append(Line(range: start..<bytes.count, message: index, number: nil))
            append(message.text, message: index)
        }
    }

    private mutating func append(_ text: String, message: Int) {
        var text = text
        var start = bytes.count
        var number = 1
        text.withUTF8 { added in
            let base = start
            bytes.append(contentsOf: added)
            for (offset, byte) in added.enumerated() where byte == 0x0A && lines.count < Self.mostLines {
                lines.append(Line(range: start..<base + offset, message: message, number: number))
                start = base + offset + 1
                number += 1
            }
        }
        lines.append(Line(range: start..<bytes.count, message: message, number: number))
    }

    /// The text of `range`.
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Whether this goes before `other` in an order that means nothing but is always the same.
    func precedes(_ other: LinedText) -> Bool {
        bytes.count == other.bytes.count
            ? bytes.lexicographicallyPrecedes(other.bytes) : bytes.count < other.bytes.count
    }
}
