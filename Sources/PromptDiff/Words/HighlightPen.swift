/// Draws highlights on the lines of one side from top to bottom, cut at line breaks, and only on lines that are compared.
struct HighlightPen {
    private let side: HunkSide
    /// Index into `side.lines` of the line that was drawn on last.
    private var line = 0

    /// A pen at the top of `side`.
    init(_ side: HunkSide) { self.side = side }

    /// Highlights the part of `range` that lies on lines of the side.
    mutating func draw(_ range: Range<Int>, _ kind: TextRun.Kind, into highlights: inout [Highlight]) {
        guard !range.isEmpty else { return }
        while line < side.lines.count {
            let bounds = side.text.lines[side.lines[line]].range
            guard bounds.lowerBound < range.upperBound else { return }
            side.highlight(bounds.clamped(to: range), kind, into: &highlights)
            guard bounds.upperBound < range.upperBound else { return }
            line += 1
        }
    }
}
