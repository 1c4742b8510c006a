/// One line (or, before wrapping, several) of text in runs of different styles.
public struct StyledText: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// A piece of text in one style.
    public struct Run: Hashable, Sendable {
        /// The text, not sanitised yet: that is the canvas' business.
        public var text: String
        /// The style of all of it.
        public var style: Style
    }

    /// The pieces from left to right.
    public private(set) var runs: [Run]

    /// Text in one style.
    public init(_ text: String = "", _ style: Style = .text) {
        runs = text.isEmpty ? [] : [Run(text: text, style: style)]
    }

    /// Text with one meaning.
    public init(_ text: String, _ role: Role) { self.init(text, Style(role)) }

    /// Ordinary text.
    public init(stringLiteral value: String) { self.init(value) }

    /// The text without its styles.
    public var string: String { runs.map(\.text).joined() }
    /// True when there is nothing.
    public var isEmpty: Bool { runs.isEmpty }

    /// Cells that it takes when it is drawn with these glyphs.
    public func width(in glyphs: GlyphSet = .braille) -> Int {
        runs.reduce(0) { $0 + Text.width(of: glyphs.displayed($1.text)) }
    }

    /// Adds text in a style.
    public mutating func append(_ text: String, _ style: Style = .text) {
        guard !text.isEmpty else { return }
        runs.append(Run(text: text, style: style))
    }

    /// One after the other.
    public static func + (left: StyledText, right: StyledText) -> StyledText {
        var joined = left
        joined.runs += right.runs
        return joined
    }

    /// One after the other.
    public static func += (left: inout StyledText, right: StyledText) { left.runs += right.runs }

    /// The parts with a separator between them.
    public static func joined(_ parts: [StyledText], separator: StyledText) -> StyledText {
        var joined = StyledText()
        for (index, part) in parts.enumerated() {
            if index > 0 { joined += separator }
            joined += part
        }
        return joined
    }
}
