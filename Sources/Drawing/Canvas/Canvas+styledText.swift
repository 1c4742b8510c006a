extension Canvas {
    /// The row as text in runs of one style, wide glyphs once; what it lies on is part of the style. Empty outside.
    public func styledText(row y: Int) -> StyledText {
        var text = StyledText()
        var scalars = String.UnicodeScalarView()
        var style: Style?
        for cell in row(y) where !cell.glyph.isContinuation {
            if let last = style, last != cell.style {
                text.append(String(scalars), last)
                scalars.removeAll(keepingCapacity: true)
            }
            style = cell.style
            cell.glyph.append(to: &scalars)
        }
        if let style { text.append(String(scalars), style) }
        return text
    }
}
