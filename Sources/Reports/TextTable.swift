import Drawing

/// Rows of text in aligned columns, for the command line. Everything in it is sanitised: model names and users come from outside.
struct TextTable {
    struct Column {
        let title: String
        let alignment: Alignment
        /// Cells that a longer text is cut to.
        let widest: Int
        enum Alignment { case left, right }

        init(_ title: String, _ alignment: Alignment, widest: Int = 60) {
            (self.title, self.alignment, self.widest) = (title, alignment, widest)
        }
    }

    private let columns: [Column]
    private var rows: [[String]] = []

    init(_ columns: [Column]) { self.columns = columns }

    mutating func add(_ cells: [String]) {
        rows.append(zip(columns, cells).map { Text.truncated(Text.sanitized($1), to: $0.widest) })
    }

    var lines: [String] {
        let all = [columns.map(\.title)] + rows
        let widths = columns.indices.map { column in all.map { Text.width(of: $0[column]) }.max() ?? 0 }
        return all.map { row in
            let cells = columns.indices.map { index in
                let space = String(repeating: " ", count: widths[index] - Text.width(of: row[index]))
                return columns[index].alignment == .left ? row[index] + space : space + row[index]
            }
            return cells.joined(separator: "  ").trimmingTrailingSpace
        }
    }
}

extension String {
    fileprivate var trimmingTrailingSpace: String {
        var view = self[...]
        while view.last == " " { view.removeLast() }
        return String(view)
    }
}
