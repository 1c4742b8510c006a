/// A forest of intervals: rows of numbers, each with its interval on one axis that all rows share, what is better on the right.
///
/// The axis is the square root of the change, either way, so that a loss of 3 % is seen beside a gain of 70 %.
public struct Forest: Sendable {
    /// A column of text on the left of the drawing.
    public struct Column: Hashable, Sendable {
        /// What stands above it.
        public var title: String
        /// Where its cells stand.
        public var alignment: Alignment
        /// Columns with larger numbers are left out first; those with 0 never are.
        public var priority: Int

        /// A column.
        public init(_ title: String, alignment: Alignment = .right, priority: Int = 0) {
            (self.title, self.alignment, self.priority) = (title, alignment, priority)
        }
    }

    /// A change with its interval. Positive is better.
    public struct Row: Hashable, Sendable {
        /// The texts in the columns.
        public var cells: [StyledText]
        /// The change as a fraction; nil when there is none.
        public var estimate: Double?
        /// Ends may be infinite; nil when there is no interval.
        public var interval: ClosedRange<Double>?
        /// What the interval means.
        public var verdict: StyledText
        /// How it is drawn.
        public var role: Role

        /// A row.
        public init(
            _ cells: [StyledText], estimate: Double?, interval: ClosedRange<Double>?, verdict: StyledText, role: Role
        ) {
            (self.cells, self.estimate, self.interval) = (cells, estimate, interval)
            (self.verdict, self.role) = (verdict, role)
        }
    }

    /// The columns on the left.
    public var columns: [Column]
    /// From top to bottom.
    public var rows: [Row]

    /// A forest.
    public init(_ columns: [Column], rows: [Row]) { (self.columns, self.rows) = (columns, rows) }

    /// Rows that it takes, the titles' among them.
    public var height: Int { rows.count + 1 }

    private static let narrowestDrawing = 13

    /// Draws titles and rows.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        var table = Table(tableColumns(width: nil, of: canvas.glyphs), count: rows.count) { _ in [] }
        let blank = rows.map { cells(of: $0, drawing: StyledText()) }
        let layout = TableLayout(
            table.columns, rows: blank, hasHeader: true, width: rect.width - 1, glyphs: canvas.glyphs)
        let width = layout.places.first { $0.column == columns.count }?.width ?? 0
        table = Table(tableColumns(width: width, of: canvas.glyphs), count: rows.count) { index in
            cells(of: rows[index], drawing: bar(of: rows[index], width: width))
        }
        table.draw(in: rect, on: &canvas)
    }

    private func tableColumns(width: Int?, of glyphs: GlyphSet) -> [Table.Column] {
        let widths = columns.indices.map { column in
            rows.reduce(Text.width(of: columns[column].title)) {
                column < $1.cells.count ? max($0, $1.cells[column].width(in: glyphs)) : $0
            }
        }
        let words = rows.reduce(0) { max($0, $1.verdict.width(in: glyphs)) }
        return zip(columns, widths).map { column, width in
            Table.Column(
                column.title, alignment: column.alignment, minimum: width, maximum: width, priority: column.priority)
        } + [
            Table.Column(width.map(Self.title) ?? "", minimum: Self.narrowestDrawing),
            Table.Column("", minimum: max(1, words), maximum: max(1, words)),
        ]
    }

    private func cells(of row: Row, drawing: StyledText) -> [StyledText] {
        let given = Array(row.cells.prefix(columns.count))
        return given + Array(repeating: StyledText(), count: columns.count - given.count) + [drawing, row.verdict]
    }

    /// `worse ◂   0   ▸ better` with the 0 over the line of no change.
    private static func title(width: Int) -> String {
        let middle = Int((Double(width - 1) / 2).rounded())
        let (left, right) = middle >= 8 ? ("worse ◂", "▸ better") : ("◂ −", "+ ▸")
        let before = max(0, middle - left.unicodeScalars.count - 1)
        let after = max(0, width - middle - 2 - right.unicodeScalars.count)
        let blank = { String(repeating: " ", count: $0) }
        return blank(before) + left + " 0 " + right + blank(min(after, 200))
    }

    private func bar(of row: Row, width: Int) -> StyledText {
        let edge = Self.position(reach)
        let estimate = row.estimate.map(Self.position) ?? 0
        let interval = row.interval.map { (Self.position($0.lowerBound), Self.position($0.upperBound)) }
        let isDrawn = row.estimate != nil
        var bar = IntervalBar(
            lower: interval?.0 ?? estimate, estimate: min(max(estimate, -edge), edge), upper: interval?.1 ?? estimate,
            axis: -edge...edge, role: row.role)
        if !isDrawn { (bar.lower, bar.upper) = (2 * edge, 2 * edge) }
        return bar.text(width: width)
    }

    /// How far the axis reaches to both sides: to the farthest end, a tenth at least, all of it at most.
    private var reach: Double {
        let ends = rows.flatMap { row in
            [row.estimate, row.interval?.lowerBound, row.interval?.upperBound].compactMap(\.self).filter(\.isFinite)
        }
        return min(1, max(0.1, ends.reduce(0) { max($0, $1.magnitude) }))
    }

    /// The place on the axis; what is infinite is far beyond it.
    private static func position(_ change: Double) -> Double {
        guard change.isFinite else { return change > 0 ? 10 : -10 }
        return change < 0 ? -(-change).squareRoot() : change.squareRoot()
    }
}
