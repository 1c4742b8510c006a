import Domain

/// Comma-separated values as RFC 4180 says: fields with commas, quotes or line breaks stand in quotes.
///
/// A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return and is no number)
/// gets a single quote before it: text of models and users ends up in spreadsheets, which run formulas.
enum CSVText {
    /// One line without its end.
    static func line(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") }

    /// A value as a field: null is empty, objects and arrays are JSON.
    static func plain(_ value: JSON) -> String {
        switch value {
        case .null: ""
        case .string(let text): text
        default: value.text
        }
    }

    private static func field(_ text: String) -> String {
        let isFormula = text.utf8.first.map { [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains($0) } ?? false
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
