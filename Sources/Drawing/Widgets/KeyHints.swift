/// Keys and what they do here and now, as many as fit: `Enter open  / filter  ? help`.
public struct KeyHints: Sendable {
    /// One key.
    public struct Hint: Hashable, Sendable {
        /// As it is written on keyboards.
        public var key: String
        /// What it does.
        public var action: String

        /// A key and its action.
        public init(_ key: String, _ action: String) {
            self.key = key
            self.action = action
        }
    }

    /// The keys, the most important first.
    public var hints: [Hint]

    /// These keys.
    public init(_ hints: [Hint]) { self.hints = hints }

    /// The keys in at most `width` cells; where some are left out, `? more` ends the line.
    public func text(width: Int, glyphs: GlyphSet = .braille) -> StyledText {
        let all = Self.text(hints)
        if all.width(in: glyphs) <= width { return all }
        for count in stride(from: hints.count - 1, through: 0, by: -1) {
            let shown = Self.text(hints.prefix(count) + [Hint("?", "more")])
            if shown.width(in: glyphs) <= width { return shown }
        }
        return StyledText()
    }

    private static func text(_ hints: [Hint]) -> StyledText {
        .joined(
            hints.map { StyledText($0.key, .key) + StyledText(" " + $0.action, .footer) },
            separator: StyledText("  ", .footer))
    }
}
