import Drawing

/// A document as it is drawn: the lines that are seen, the one that the keys are at, and what a search found.
struct DocumentView {
    let document: Document
    let isFocused: Bool

    init(_ document: Document, isFocused: Bool) { (self.document, self.isFocused) = (document, isFocused) }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        for row in 0..<rect.height {
            let index = document.offset + row
            guard document.lines.indices.contains(index) else { break }
            let area = Rect(x: rect.x, y: rect.y + row, width: rect.width, height: 1)
            canvas.write(marked(document.lines[index].text), in: area, column: 1)
            guard index == document.cursor else { continue }
            canvas.write("▸", in: area, style: Style(isFocused ? .key : .textMuted))
            if isFocused { canvas.lay(area, on: .selection) }
        }
    }

    /// The line with what was searched for set apart.
    private func marked(_ line: StyledText) -> StyledText {
        guard let needle = document.needle, TextSearch.contains(line.string, needle) else { return line }
        var marked = StyledText()
        for run in line.runs {
            let bytes = run.text.utf8
            var from = bytes.startIndex
            for range in TextSearch.ranges(of: needle, in: run.text) {
                let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
                let end = bytes.index(bytes.startIndex, offsetBy: range.upperBound)
                marked.append(String(run.text[from..<start]), run.style)
                marked.append(String(run.text[start..<end]), Style(.match, .reverse))
                from = end
            }
            marked.append(String(run.text[from...]), run.style)
        }
        return marked
    }

    /// The index of the line that is drawn at these coordinates.
    func line(atX x: Int, y: Int, in rect: Rect) -> Int? {
        guard rect.contains(x: x, y: y) else { return nil }
        let index = document.offset + y - rect.y
        return document.lines.indices.contains(index) ? index : nil
    }
}
