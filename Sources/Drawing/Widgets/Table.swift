/// Rows of cells under a header, with a selection. Columns that do not fit are left out by priority.
public struct Table {
    /// One column.
    public struct Column: Hashable, Sendable {
        /// What stands in the header.
        public var title: String
        /// Where cells and title stand.
        public var alignment: Alignment
        /// The fewest cells with which it says something.
        public var minimum: Int
        /// The most cells that it takes; nil takes what is left over.
        public var maximum: Int?
        /// Columns with larger numbers are left out first; those with 0 never are.
        public var priority: Int

        /// A column. Fixed widths keep numbers from dancing: give both the same `minimum` and `maximum`.
        public init(
            _ title: String, alignment: Alignment = .left, minimum: Int = 1, maximum: Int? = nil, priority: Int = 0
        ) {
            self.title = title
            self.alignment = alignment
            self.minimum = max(1, minimum)
            self.maximum = maximum.map { max($0, max(1, minimum)) }
            self.priority = priority
        }
    }

    /// Which column the rows are sorted by.
    public struct Sort: Hashable, Sendable {
        /// Index of the column.
        public var column: Int
        /// Whether the smallest comes first.
        public var isAscending: Bool

        /// A column and a direction.
        public init(column: Int, isAscending: Bool) {
            self.column = column
            self.isAscending = isAscending
        }
    }

    /// The columns from left to right.
    public var columns: [Column]
    /// How many rows there are.
    public var count: Int
    /// The cells of a row, asked only for rows that are seen; cells that are lacking are blank.
    public var row: (Int) -> [StyledText]
    /// The selected row.
    public var selected: Int?
    /// The first row wanted on the screen; the selected row is brought into view in any case.
    public var offset = 0
    /// The column that shows ▾ or ▴ (the rows come sorted already).
    public var sort: Sort?
    /// Whether titles stand above the rows.
    public var hasHeader = true
    /// Whether keys go here; otherwise the selection is shown by its marker only.
    public var isFocused = true

    /// A table of `count` rows.
    public init(_ columns: [Column], count: Int, selected: Int? = nil, row: @escaping (Int) -> [StyledText]) {
        self.columns = columns
        self.count = max(0, count)
        self.selected = selected
        self.row = row
    }

    /// A list: one column without a header.
    public static func list(count: Int, selected: Int?, row: @escaping (Int) -> StyledText) -> Table {
        var table = Table([Column("")], count: count, selected: selected) { [row($0)] }
        table.hasHeader = false
        return table
    }

    /// Draws header and rows. One column on the left is kept for the marker of the selection, ▸.
    /// - Returns: the rows that are on the screen.
    @discardableResult
    public func draw(in rect: Rect, on canvas: inout Canvas) -> Range<Int> {
        guard !rect.isEmpty else { return 0..<0 }
        let (headerRow, body) = rect.splitTop(hasHeader ? 1 : 0)
        let visible = visibleRows(height: body.height)
        let rows = visible.map(row)
        let layout = TableLayout(
            columns, rows: rows, hasHeader: hasHeader, width: rect.width - 1, glyphs: canvas.glyphs)
        if hasHeader { drawHeader(layout, in: headerRow, on: &canvas) }
        for (line, index) in visible.enumerated() {
            let area = Rect(x: body.x, y: body.y + line, width: body.width, height: 1)
            draw(rows[line], layout, isSelected: index == selected, in: area, on: &canvas)
        }
        return visible
    }

    /// The rows that fit into `height` lines, without the header's, with the selected one among them.
    public func visibleRows(height: Int) -> Range<Int> {
        let height = max(0, height)
        var first = min(max(offset, 0), max(0, count - height))
        if let selected, selected >= 0, selected < count {
            if selected < first { first = selected }
            if selected >= first + height { first = selected - height + 1 }
        }
        return first..<min(count, first + height)
    }

    /// Cells that a column has when the table is drawn in so many; 0 when it is left out.
    public func width(ofColumn column: Int, in width: Int, glyphs: GlyphSet) -> Int {
        let layout = TableLayout(
            columns, rows: (0..<count).map(row), hasHeader: hasHeader, width: width - 1, glyphs: glyphs)
        return layout.places.first { $0.column == column }?.width ?? 0
    }

    private func drawHeader(_ layout: TableLayout, in area: Rect, on canvas: inout Canvas) {
        for place in layout.places {
            let column = columns[place.column]
            var title = StyledText(column.title, .tableHeader)
            if let sort, sort.column == place.column {
                title.append(sort.isAscending ? "▴" : "▾", Style(.tableHeader))
            }
            let cell = Rect(x: area.x + 1 + place.x, y: area.y, width: place.width, height: 1).intersection(area)
            canvas.write(title, in: cell, alignment: column.alignment)
        }
    }

    private func draw(
        _ cells: [StyledText], _ layout: TableLayout, isSelected: Bool, in area: Rect, on canvas: inout Canvas
    ) {
        for place in layout.places where place.column < cells.count {
            let cell = Rect(x: area.x + 1 + place.x, y: area.y, width: place.width, height: 1).intersection(area)
            canvas.write(cells[place.column], in: cell, alignment: columns[place.column].alignment)
        }
        guard isSelected else { return }
        canvas.write("▸", in: area, style: Style(.key))
        if isFocused { canvas.lay(area, on: .selection) }
    }
}
