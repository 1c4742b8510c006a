import Domain

/// What stands in place of something that was taken out: `[REDACTED:email]`.
public enum Mark {
    static let prefix: StaticString = "[REDACTED:"

    /// The mark of `kind`.
    public static func text(_ kind: SensitiveKind) -> String { "\(prefix)\(kind.rawValue)]" }

    /// The marks of all kinds, by priority.
    private static let marks = SensitiveKind.allCases.map { Array(text($0).utf8) }

    /// The bytes of the mark of `kind`.
    static func bytes(_ kind: SensitiveKind) -> [UInt8] { marks[kind.priority] }

    /// Whether the bytes between `start` and the end of a mark are those of one; the range with the bracket.
    static func range(from start: Int, in text: Text) -> Range<Int>? {
        guard text.hasExactly(prefix, at: start) else { return nil }
        let name = start + prefix.utf8CodeUnitCount
        let end = text.end(of: name, limit: 32) { $0.isLowercase || $0.isDigit || $0 == 0x5F }
        return end > name && text[end] == 0x5D ? start..<(end + 1) : nil
    }
}
