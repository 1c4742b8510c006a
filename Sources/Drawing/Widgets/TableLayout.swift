/// Which columns of a table are shown, and where.
struct TableLayout {
    /// A column, its first cell and its width.
    struct Place: Hashable {
        let column: Int
        let x: Int
        let width: Int
    }

    let places: [Place]

    /// Leaves out columns until the smallest widths fit, then gives room to those that want it, in order of priority; what
    /// is left over goes to the first column without a maximum. One blank stands between columns.
    init(_ columns: [Table.Column], rows: [[StyledText]], hasHeader: Bool, width: Int, glyphs: GlyphSet) {
        var shown = Array(columns.indices)
        func needed() -> Int { shown.reduce(shown.count - 1) { $0 + columns[$1].minimum } }
        while shown.count > 1, needed() > width {
            guard let last = shown.indices.max(by: { columns[shown[$0]].priority <= columns[shown[$1]].priority }),
                columns[shown[last]].priority > 0
            else { break }
            shown.remove(at: last)
        }
        var room = max(0, width - needed())
        var widths = columns.map(\.minimum)
        for column in shown.sorted(by: { columns[$0].priority < columns[$1].priority }) {
            let wanted = Self.wantedWidth(columns[column], column, rows: rows, hasHeader: hasHeader, glyphs: glyphs)
            let more = min(room, max(0, wanted - widths[column]))
            widths[column] += more
            room -= more
        }
        if let flexible = shown.first(where: { columns[$0].maximum == nil }) { widths[flexible] += room }
        var x = 0
        var places: [Place] = []
        for column in shown {
            places.append(Place(column: column, x: x, width: widths[column]))
            x += widths[column] + 1
        }
        self.places = places
    }

    private static func wantedWidth(
        _ column: Table.Column, _ index: Int, rows: [[StyledText]], hasHeader: Bool, glyphs: GlyphSet
    ) -> Int {
        var wanted = hasHeader ? Text.width(of: column.title) : 0
        for row in rows where index < row.count { wanted = max(wanted, row[index].width(in: glyphs)) }
        return min(wanted, column.maximum ?? wanted)
    }
}
