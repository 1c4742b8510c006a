import Domain
import Drawing

/// The answer of `headframe sql`.
public struct SQLReport: Sendable {
    private let columns: [String]
    private let rows: [[JSON]]

    /// Rows with a value for each column.
    public init(columns: [String], rows: [[JSON]]) { (self.columns, self.rows) = (columns, rows) }

    /// An array of objects.
    public var json: JSON {
        .array(rows.map { row in .object(zip(columns, row).map { .init($0, $1) }) })
    }

    /// Comma-separated values with a header.
    public var csv: String {
        ([columns] + rows.map { $0.map(CSVText.plain) }).map(CSVText.line).joined(separator: "\r\n")
    }

    /// A table for people.
    public var text: String {
        var table = TextTable(
            columns.indices.map { index in
                let numbers = rows.allSatisfy { row in
                    index < row.count && (row[index].double != nil && row[index].string == nil || row[index] == .null)
                }
                return .init(Text.sanitized(columns[index]), numbers && !rows.isEmpty ? .right : .left)
            })
        for row in rows { table.add(row.map { $0 == .null ? Format.missing : CSVText.plain($0) }) }
        return table.lines.joined(separator: "\n")
    }
}
