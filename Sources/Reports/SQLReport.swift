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

    /// Comma-separated values (RFC 4180) with a header. A text that a spreadsheet would take for a formula gets a quote before it.
    public var csv: String {
        ([columns.map(Self.field)] + rows.map { row in row.map { Self.field(Self.plain($0)) } })
            .map { $0.joined(separator: ",") }.joined(separator: "\r\n")
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
        for row in rows { table.add(row.map { $0 == .null ? Format.missing : Self.plain($0) }) }
        return table.lines.joined(separator: "\n")
    }

    private static func plain(_ value: JSON) -> String {
        switch value {
        case .null: ""
        case .string(let text): text
        default: value.text
        }
    }

    private static func field(_ text: String) -> String {
        let isFormula = text.utf8.first.map { [0x3D, 0x2B, 0x40, 0x2D, 0x09].contains($0) } ?? false
        let safe = isFormula && Double(text) == nil ? "'" + text : text
        guard safe.utf8.contains(where: { [0x2C, 0x22, 0x0A, 0x0D].contains($0) }) else { return safe }
        var quoted = "\""
        for character in safe.unicodeScalars {
            if character == "\"" { quoted.unicodeScalars.append("\"") }
            quoted.unicodeScalars.append(character)
        }
        return quoted + "\""
    }
}
