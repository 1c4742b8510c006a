import CCurses
import Drawing

/// Hands canvases to ncurses, only the rows that changed.
struct Painter {
    private let capabilities: Capabilities
    private let pairLimit: Int
    private var pairs: PairCache
    private var painted: Canvas?
    private var palette: Palette?
    private var size = (width: 0, height: 0)
    private var cells: [curses_cell] = []

    init(_ capabilities: Capabilities, pairLimit: Int) {
        self.capabilities = capabilities
        self.pairLimit = pairLimit
        pairs = PairCache(limit: pairLimit)
    }

    /// Paints every cell of the present canvas again.
    func repaint() {
        curses_invalidate()
        curses_refresh(capabilities.synchronises)
    }

    /// Paints what differs from the last canvas. A canvas of another size than the screen's is cut, or leaves blanks.
    mutating func paint(_ canvas: Canvas, palette: Palette) {
        let screen = curses_describe()
        if palette != self.palette {
            curses_forget_pairs()
            pairs = PairCache(limit: pairLimit)
            self.palette = palette
            painted = nil
        }
        if size != (Int(screen.columns), Int(screen.rows)) || painted?.width != canvas.width
            || painted?.height != canvas.height
        {
            size = (Int(screen.columns), Int(screen.rows))
            painted = nil
        }
        for y in 0..<size.height {
            if let painted, painted.row(y) == canvas.row(y) { continue }
            put(canvas.row(y), at: y, palette)
        }
        if let cursor = canvas.cursor, cursor.x < size.width, cursor.y < size.height {
            curses_set_cursor(Int32(clamping: cursor.y), Int32(clamping: cursor.x))
        } else {
            curses_set_cursor(-1, 0)
        }
        painted = canvas
        curses_refresh(capabilities.synchronises)
    }

    private mutating func put(_ row: ArraySlice<Cell>, at y: Int, _ palette: Palette) {
        cells.removeAll(keepingCapacity: true)
        var lastStyle: Style?
        var last = curses_cell()
        for cell in row where !cell.glyph.isContinuation {
            if cell.style != lastStyle {
                lastStyle = cell.style
                let paint = palette.paint(for: cell.style)
                last.pair = pair(of: paint)
                last.attributes = attributes(of: paint)
            }
            last.width = UInt8(truncatingIfNeeded: cell.glyph.width)
            last.scalars = cell.glyph.values
            cells.append(last)
        }
        cells.withUnsafeBufferPointer { curses_put_row(Int32(clamping: y), $0.baseAddress, $0.count) }
        curses_clear_row(Int32(clamping: y), Int32(clamping: row.count))
    }

    private mutating func pair(of paint: Paint) -> Int32 {
        pairs.number(foreground: plain(paint.foreground), background: plain(paint.background))
    }

    /// Eight colours: the bright ones are the plain ones, told apart by bold.
    private func plain(_ colour: Int32) -> Int32 {
        capabilities.depth == .sixteen && !capabilities.hasBrightColours && colour >= 8 ? colour - 8 : colour
    }

    private func attributes(of paint: Paint) -> UInt8 {
        var attributes = paint.attributes
        if plain(paint.foreground) != paint.foreground { attributes.insert(.bold) }
        return attributes.rawValue
    }
}
