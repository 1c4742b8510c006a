/// A raster finer than cells: braille dots, quadrants, or in ASCII two dots a cell.
///
/// Each series draws on its own grid, and a later one replaces the cells of an earlier one rather than mixing dots, so that
/// colour and shape stay true.
struct DotGrid {
    /// Dots across and down.
    let width: Int
    let height: Int
    private let glyphs: GlyphSet
    private let columns: Int
    private let dotsAcross: Int
    private let dotsDown: Int
    private var cells: [UInt8]

    init(columns: Int, rows: Int, glyphs: GlyphSet) {
        self.glyphs = glyphs
        self.columns = max(0, columns)
        (dotsAcross, dotsDown) = Self.dotsPerCell(glyphs)
        width = self.columns * dotsAcross
        height = max(0, rows) * dotsDown
        cells = Array(repeating: 0, count: self.columns * max(0, rows))
    }

    static func dotsPerCell(_ glyphs: GlyphSet) -> (across: Int, down: Int) {
        switch glyphs {
        case .braille: (2, 4)
        case .block: (2, 2)
        case .ascii: (1, 2)
        }
    }

    /// Sets the dot; outside nothing happens.
    mutating func set(x: Int, y: Int) {
        guard x >= 0, x < width, y >= 0, y < height else { return }
        let bit = y % dotsDown * dotsAcross + x % dotsAcross
        cells[y / dotsDown * columns + x / dotsAcross] |= 1 << UInt8(bit)
    }

    /// Sets the dots between two points (Bresenham).
    mutating func line(fromX x0: Int, y y0: Int, toX x1: Int, y y1: Int) {
        let dx = abs(x1 - x0)
        let dy = -abs(y1 - y0)
        let stepX = x0 < x1 ? 1 : -1
        let stepY = y0 < y1 ? 1 : -1
        var error = dx + dy
        var x = x0
        var y = y0
        while true {
            set(x: x, y: y)
            if x == x1, y == y1 { return }
            let doubled = 2 * error
            if doubled >= dy {
                error += dy
                x += stepX
            }
            if doubled <= dx {
                error += dx
                y += stepY
            }
        }
    }

    /// Draws the cells that have dots into the rectangle.
    func draw(in rect: Rect, on canvas: inout Canvas, style: Style) {
        guard columns > 0 else { return }
        for (index, dots) in cells.enumerated() where dots != 0 {
            canvas.place(
                Glyph(glyph(dots)), x: rect.x + index % columns, y: rect.y + index / columns, in: rect, style: style)
        }
    }

    private func glyph(_ dots: UInt8) -> Unicode.Scalar {
        switch glyphs {
        case .braille:
            // Our bits run row by row; Unicode numbers the upper three rows by column and then the lowest row.
            let order: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
            var pattern: UInt32 = 0x2800
            for (bit, value) in order.enumerated() where dots & (1 << UInt8(bit)) != 0 { pattern |= UInt32(value) }
            return Unicode.Scalar(pattern) ?? " "
        case .block:
            return Self.quadrants[Int(dots & 0xF)]
        case .ascii:
            return [" ", "'", ".", ":"][Int(dots & 0x3)]
        }
    }

    /// Upper left 1, upper right 2, lower left 4, lower right 8.
    private static let quadrants: [Unicode.Scalar] = [
        " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
    ]
}
