extension StyledText {
    /// The text in lines of at most `width` cells, sanitised as a body.
    ///
    /// Lines break at blanks; a word longer than a line is cut where the line ends. Line feeds end a line, a tab reaches
    /// to the next multiple of eight. There always is at least one line.
    /// - Parameters:
    ///   - width: cells a line, at least 1 being assumed.
    ///   - glyphs: the characters that may be used.
    public func wrapped(width: Int, glyphs: GlyphSet = .braille) -> [StyledText] {
        var wrapper = Wrapper(width: max(1, width))
        for run in runs {
            for glyph in BodyGlyphs(run.text, glyphs: glyphs) { wrapper.add(glyph, style: run.style) }
        }
        return wrapper.finish()
    }
}

/// The glyphs of a text that is sanitised as a body.
private struct BodyGlyphs: Sequence {
    private let text: String

    init(_ text: String, glyphs: GlyphSet) {
        var known = text
        if glyphs == .ascii, !Text.isPlain(text) {
            var scalars = String.UnicodeScalarView()
            for scalar in text.unicodeScalars { scalars.append(glyphs.form(of: scalar) ?? scalar) }
            known = String(scalars)
        }
        self.text = Text.sanitized(known, as: .body, ascii: glyphs == .ascii)
    }

    func makeIterator() -> GlyphSequence { GlyphSequence(text, keepingControls: true) }
}

/// Fills one line after the other.
private struct Wrapper {
    let width: Int
    private var lines: [StyledText] = []
    /// The line being filled, and where its last blank is: behind it a word has begun.
    private var line: [(glyph: Glyph, style: Style)] = []
    private var used = 0
    private var wordStart = 0

    init(width: Int) { self.width = width }

    mutating func add(_ glyph: Glyph, style: Style) {
        switch glyph.base {
        case "\n":
            endLine(at: line.count)
        case "\t":
            for _ in 0..<min(8 - used % 8, max(1, width - used)) { add(.blank, style: style) }
        default:
            if used + glyph.width > width, glyph.base == " " {
                // The blank that does not fit is the line's end.
                endLine(at: line.count)
                return
            }
            while used + glyph.width > width, !line.isEmpty { endLine(at: wordStart > 0 ? wordStart : line.count) }
            line.append((glyph, style))
            used += glyph.width
            if glyph.base == " " { wordStart = line.count }
        }
    }

    mutating func finish() -> [StyledText] {
        if !line.isEmpty || lines.isEmpty { endLine(at: line.count) }
        return lines
    }

    private mutating func endLine(at end: Int) {
        var text = StyledText()
        var scalars = String.UnicodeScalarView()
        var style: Style?
        for (glyph, glyphStyle) in line[..<end] {
            if let last = style, last != glyphStyle {
                text.append(String(scalars), last)
                scalars.removeAll(keepingCapacity: true)
            }
            style = glyphStyle
            glyph.append(to: &scalars)
        }
        if let style { text.append(String(scalars), style) }
        lines.append(text)
        line.removeFirst(end)
        used = line.reduce(0) { $0 + $1.glyph.width }
        wordStart = 0
    }
}
