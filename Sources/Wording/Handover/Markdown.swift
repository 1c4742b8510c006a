import Drawing

/// Text as Markdown (CommonMark with the tables of GitHub) shows it, whoever wrote it.
enum Markdown {
    /// Signs that begin or end something in Markdown.
    private static let signs = Set("\\`*_{}[]<>#|~!&".unicodeScalars)

    /// Text in one line, of which nothing is taken for Markdown, HTML or a link.
    static func text(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in Text.sanitized(text).unicodeScalars {
            if signs.contains(scalar) { escaped.append("\\") }
            escaped.append(scalar)
        }
        // What looks like an address is made a link by many readers.
        return String(escaped).replacing("://", with: ":&#47;/").replacing("www.", with: "www&#46;")
    }

    /// A table whose cells are Markdown already; columns after the first are numbers where `numbers` says so.
    static func table(_ titles: [String], numbers: Set<Int> = [], _ rows: [[String]]) -> [String] {
        let rule = titles.indices.map { numbers.contains($0) ? "---:" : "---" }
        return ([titles, rule] + rows).map { "| \($0.joined(separator: " | ")) |" }
    }
}
