extension Canvas {
    /// Writes one line of text, sanitised, cut with an ellipsis where it does not fit.
    ///
    /// - Parameters:
    ///   - text: any text, from whomever it comes.
    ///   - rect: the rectangle that may be touched.
    ///   - column: where to begin, counted from the rectangle's left edge.
    ///   - row: the row, counted from the rectangle's upper edge.
    ///   - alignment: the place in the room from `column` to the right edge.
    /// - Returns: columns taken, 0 when nothing could be drawn.
    @discardableResult
    public mutating func write(
        _ text: String, in rect: Rect, column: Int = 0, row: Int = 0, style: Style = .text,
        alignment: Alignment = .left
    ) -> Int {
        write(StyledText(text, style), in: rect, column: column, row: row, alignment: alignment)
    }

    /// Writes one line of text in several styles; otherwise as with a plain string.
    @discardableResult
    public mutating func write(
        _ text: StyledText, in rect: Rect, column: Int = 0, row: Int = 0, alignment: Alignment = .left
    ) -> Int {
        let column = min(max(column, -Rect.limit), Rect.limit)
        let row = min(max(row, -Rect.limit), Rect.limit)
        let y = rect.y + row
        let room = Rect(x: rect.x + column, y: y, width: rect.width - column, height: row < rect.height ? 1 : 0)
        let area = room.intersection(rect).intersection(bounds)
        guard !area.isEmpty else { return 0 }
        let runs = text.runs.map { run in
            (text: glyphs.displayed(run.text), style: run.style)
        }
        let width = runs.reduce(0) { $0 + Text.width(of: $1.text) }
        var x =
            switch alignment {
            case .left: room.x
            case .right: room.x + max(0, room.width - width)
            case .centre: room.x + max(0, (room.width - width) / 2)
            }
        let start = x
        // One column is kept for the ellipsis when the text is longer than the room.
        let isCut = start + width > area.maxX
        let body = isCut ? area.splitLeft(area.width - 1).left : area
        var lastStyle = Style.text
        for run in runs {
            lastStyle = run.style
            let end = draw(run.text, x: x, y: y, in: body, style: run.style)
            if isCut, end >= body.maxX || end < x + Text.width(of: run.text) {
                x = end
                break
            }
            x = end
        }
        if isCut {
            fill(Rect(x: x, y: y, width: area.maxX - x, height: 1).intersection(area), style: lastStyle)
            place(Glyph(glyphs.ellipsis), x: min(x, area.maxX - 1), y: y, in: area, style: lastStyle)
            x = min(x + 1, area.maxX)
        }
        return max(0, x - start)
    }

    private mutating func draw(_ text: String, x: Int, y: Int, in area: Rect, style: Style) -> Int {
        guard !area.isEmpty else { return x }
        return Text.isPlain(text)
            ? drawPlain(text, x: x, y: y, in: area, style: style)
            : drawGlyphs(of: text, x: x, y: y, in: area, style: style)
    }
}
