extension Table {
    /// What a cell of the screen shows, for the mouse.
    public enum Hit: Hashable, Sendable {
        /// The title of this column.
        case header(column: Int)
        /// This row.
        case row(Int)
    }

    /// What the table, drawn in `rect`, shows at these coordinates of the canvas.
    public func hit(x: Int, y: Int, in rect: Rect, glyphs: GlyphSet = .braille) -> Hit? {
        guard rect.contains(x: x, y: y) else { return nil }
        let body = rect.splitTop(hasHeader ? 1 : 0).rest
        let visible = visibleRows(height: body.height)
        guard hasHeader, y == rect.y else {
            let index = visible.lowerBound + y - body.y
            return visible.contains(index) ? .row(index) : nil
        }
        let layout = TableLayout(
            columns, rows: visible.map(row), hasHeader: true, width: rect.width - 1, glyphs: glyphs)
        return layout.places
            .first { x - rect.x - 1 >= $0.x && x - rect.x - 1 < $0.x + $0.width }
            .map { .header(column: $0.column) }
    }
}
