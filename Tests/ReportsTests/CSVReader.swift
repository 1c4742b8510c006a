/// Reads comma-separated values as RFC 4180 describes them, written from that text alone.
struct CSVReader {
    private(set) var records: [[String]] = []

    init(_ text: String) {
        var (record, field) = ([String](), String.UnicodeScalarView())
        var (isQuoted, hasContent) = (false, false)
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch (scalar, isQuoted) {
            case ("\"", true) where scalars.first == "\"":
                scalars.removeFirst()
                field.append("\"")
            case ("\"", _):
                isQuoted.toggle()
                hasContent = true
            case (",", false):
                record.append(String(field))
                field.removeAll()
                hasContent = true
            case ("\r", false) where scalars.first == "\n":
                scalars.removeFirst()
                records.append(record + [String(field)])
                (record, field, hasContent) = ([], String.UnicodeScalarView(), false)
            default:
                field.append(scalar)
                hasContent = true
            }
        }
        if hasContent { records.append(record + [String(field)]) }
    }
}
