import Domain

/// What stands in place of something that was taken out: `[REDACTED:email]`.
public enum Mark {
    static let prefix: StaticString = "[REDACTED:"

    /// The mark of `kind`.
    public static func text(_ kind: SensitiveKind) -> String { "\(prefix)\(kind.rawValue)]" }

    /// Whether the bytes between `start` and the end of a mark are those of one; the range with the bracket.
    static func range(from start: Int, in text: Text) -> Range<Int>? {
        guard text.hasExactly(prefix, at: start) else { return nil }
        let name = start + prefix.utf8CodeUnitCount
        let end = text.end(of: name, limit: 32) { $0.isLowercase || $0.isDigit || $0 == 0x5F }
        return end > name && text[end] == 0x5D ? start..<(end + 1) : nil
    }
}
