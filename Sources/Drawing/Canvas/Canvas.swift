/// A screen as a value: rows of cells, drawn by pure functions, compared in tests, painted by the terminal.
///
/// Every drawing function takes the rectangle that it may touch and never writes outside it, at any size. Text is
/// sanitised here, at the one place where it enters.
public struct Canvas: Hashable, Sendable {
    /// Columns.
    public let width: Int
    /// Rows.
    public let height: Int
    /// The characters that may be used.
    public let glyphs: GlyphSet
    /// Where the terminal's cursor stands; nil hides it.
    public var cursor: Position?
    /// All cells, row by row.
    public private(set) var cells: [Cell]

    /// The largest side; a terminal that says it is larger is not believed.
    public static let sideLimit = 1024

    /// A cell's place.
    public struct Position: Hashable, Sendable {
        /// Column from 0.
        public let x: Int
        /// Row from 0.
        public let y: Int

        /// Column and row.
        public init(x: Int, y: Int) {
            self.x = x
            self.y = y
        }
    }

    /// An empty canvas. Sides are clamped to 0 and `sideLimit`.
    public init(width: Int, height: Int, glyphs: GlyphSet = .braille) {
        self.width = min(max(width, 0), Self.sideLimit)
        self.height = min(max(height, 0), Self.sideLimit)
        self.glyphs = glyphs
        cells = Array(repeating: .blank, count: self.width * self.height)
    }

    /// All of it.
    public var bounds: Rect { Rect(width: width, height: height) }

    /// The cell, or nil outside.
    public subscript(x: Int, y: Int) -> Cell? {
        bounds.contains(x: x, y: y) ? cells[y * width + x] : nil
    }

    /// The cells of a row from left to right; empty outside.
    public func row(_ y: Int) -> ArraySlice<Cell> {
        y >= 0 && y < height ? cells[y * width..<(y + 1) * width] : []
    }

    /// The row as text, wide glyphs once.
    public func text(row y: Int) -> String {
        var output = String.UnicodeScalarView()
        for cell in row(y) where !cell.glyph.isContinuation { cell.glyph.append(to: &output) }
        return String(output)
    }

    // MARK: Primitives

    /// Puts a glyph at absolute coordinates if all of it lies in `rect`; half of a wide glyph beneath becomes blank.
    mutating func place(_ glyph: Glyph, x: Int, y: Int, in rect: Rect, style: Style) {
        let area = rect.intersection(bounds)
        guard area.contains(x: x, y: y), x + glyph.width <= area.maxX else { return }
        let index = y * width + x
        placeUnchecked(glyph, at: index, x: x, style: style)
    }

    /// As `place`, with the index of a cell that is known to lie inside.
    private mutating func placeUnchecked(_ glyph: Glyph, at index: Int, x: Int, style: Style) {
        if cells[index].glyph.isContinuation, x > 0 { cells[index - 1].glyph = .blank }
        let last = index + glyph.width - 1
        if x + glyph.width < width, cells[last + 1].glyph.isContinuation { cells[last + 1].glyph = .blank }
        cells[index] = Cell(glyph: glyph, style: style)
        if glyph.width == 2 { cells[index + 1] = Cell(glyph: .continuation, style: style) }
    }

    /// Fills the rectangle with one narrow sign of the program's own.
    public mutating func fill(_ rect: Rect, with scalar: Unicode.Scalar = " ", style: Style = .text) {
        let area = rect.intersection(bounds)
        guard !area.isEmpty else { return }
        let glyph = Glyph(glyphs.form(of: scalar) ?? " ")
        for y in area.y..<area.maxY {
            for x in area.x..<area.maxX { placeUnchecked(glyph, at: y * width + x, x: x, style: style) }
        }
    }

    /// Lays what is drawn in the rectangle on `ground`, such as a selection, and adds attributes.
    public mutating func lay(_ rect: Rect, on ground: Role?, adding attributes: Attributes = []) {
        let area = rect.intersection(bounds)
        guard !area.isEmpty else { return }
        for y in area.y..<area.maxY {
            for index in (y * width + area.x)..<(y * width + area.maxX) {
                cells[index].style.ground = ground
                cells[index].style.attributes.formUnion(attributes)
            }
        }
    }

    /// Draws text from left to right, one cell after the other, without sanitising; returns the column after it.
    mutating func drawGlyphs(of text: String, x: Int, y: Int, in area: Rect, style: Style) -> Int {
        var x = x
        for glyph in GlyphSequence(text) {
            guard x + glyph.width <= area.maxX else { break }
            if x >= area.x { placeUnchecked(glyph, at: y * width + x, x: x, style: style) }
            x += glyph.width
        }
        return x
    }

    /// Draws printable ASCII; returns the column after it.
    mutating func drawPlain(_ text: String, x: Int, y: Int, in area: Rect, style: Style) -> Int {
        var x = x
        for byte in text.utf8 {
            guard x < area.maxX else { break }
            if x >= area.x { placeUnchecked(Glyph(Unicode.Scalar(byte)), at: y * width + x, x: x, style: style) }
            x += 1
        }
        return x
    }
}
