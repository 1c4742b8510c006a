/// Words that must all occur in one of several texts, upper and lower case alike.
struct WordFilter: Hashable, Sendable {
    /// As it was typed.
    var text = ""

    var isEmpty: Bool { text.allSatisfy { $0 == " " } }

    /// Those of `rows` in whose texts all words occur.
    func keep<Row>(_ rows: [Row], _ texts: (Row) -> [String]) -> [Row] {
        let words = text.lowercased().split(separator: " ")
        if words.isEmpty { return rows }
        return rows.filter { row in
            let haystack = texts(row).joined(separator: "\n").lowercased()
            return words.allSatisfy { haystack.contains($0) }
        }
    }
}
