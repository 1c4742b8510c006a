extension GlyphSet {
    /// The text as it may be drawn with these glyphs: sanitised as one line, the program's own signs in their ASCII form.
    func displayed(_ text: String) -> String {
        if Text.isPlain(text) { return text }
        guard self == .ascii else { return Text.sanitized(text) }
        var known = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(Text.lineLimit + 1) { known.append(form(of: scalar) ?? scalar) }
        return Text.sanitized(String(known), ascii: true)
    }
}
