extension Text {
    /// Cells that the text takes on the screen. The text is sanitised already, or the program's own.
    public static func width(of text: String) -> Int {
        if isPlain(text) { return text.utf8.count }
        var width = 0
        for glyph in GlyphSequence(text) { width += glyph.width }
        return width
    }

    /// The text cut to `width` cells, ending in an ellipsis when something is missing; never half a wide glyph.
    /// - Parameter width: cells; at zero or below nothing is left.
    public static func truncated(_ text: String, to width: Int, ascii: Bool = false) -> String {
        guard width > 0 else { return "" }
        guard self.width(of: text) > width else { return text }
        var output = String.UnicodeScalarView()
        var used = 0
        for glyph in GlyphSequence(text) {
            guard used + glyph.width <= width - 1 else { break }
            glyph.append(to: &output)
            used += glyph.width
        }
        output.append(ascii ? "~" : "…")
        return String(output)
    }

    /// The text in lines of at most `width` cells, broken at blanks where possible; line feeds end a line, tabs reach to
    /// the next multiple of eight. The text is sanitised as a body.
    public static func wrapped(_ text: String, width: Int) -> [String] {
        StyledText(text).wrapped(width: width).map(\.string)
    }

    /// Pictographs as the sanitiser's rules count them, for joiners and skin tones.
    static func isPictograph(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1F000...0x1FAFF, 0x2600...0x27BF, 0x2300...0x23FF, 0x2B50, 0x3030: return true
        default: return false
        }
    }
}
