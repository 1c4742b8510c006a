/// The lines of one side of a hunk whose words are compared.
struct HunkSide {
    /// Indices of lines, rising.
    let lines: [Int]
    let text: LinedText

    /// The given lines of `text`.
    init(_ lines: [Int], of text: LinedText) { (self.lines, self.text) = (lines, text) }

    /// Bytes of all lines.
    var size: Int { lines.reduce(0) { $0 + text.lines[$1].range.count } }

    /// Highlights every line that is not blank.
    func highlightAll(into highlights: inout [Highlight]) {
        for line in lines { highlight(text.lines[line].range, .changed, into: &highlights) }
    }

    /// Highlights `range`, which lies on one line.
    func highlight(_ range: Range<Int>, _ kind: TextRun.Kind, into highlights: inout [Highlight]) {
        guard !range.isEmpty, kind == .whitespace || !text.isBlank(range) else { return }
        highlights.append(Highlight(range: range, kind: kind))
    }
}

extension LinedText {
    /// Whether only spaces, tabs and the like stand in `range`.
    func isBlank(_ range: Range<Int>) -> Bool {
        bytes[range].allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    }
}
