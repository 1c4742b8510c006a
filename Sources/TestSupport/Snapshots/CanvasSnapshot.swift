import Drawing

/// A canvas as text for reviewing in a diff: a header, the rows between bars so that trailing blanks are seen, then the
/// runs whose style is not plain text, as `row,from..to role [on ground] [attributes]`. Roles are written, not colours, so
/// that a change of theme does not touch the snapshots of panes.
struct CanvasSnapshot {
    let text: String

    init(_ canvas: Canvas) {
        var lines = ["canvas \(canvas.width)x\(canvas.height) \(canvas.glyphs.rawValue)"]
        for y in 0..<canvas.height { lines.append("|\(canvas.text(row: y))|") }
        if let cursor = canvas.cursor { lines.append("cursor \(cursor.y),\(cursor.x)") }
        for y in 0..<canvas.height { lines += Self.runs(of: canvas.row(y).map(\.style), row: y) }
        text = lines.joined(separator: "\n") + "\n"
    }

    private static func runs(of styles: [Style], row: Int) -> [String] {
        var lines: [String] = []
        var start = 0
        for end in 1...max(1, styles.count) where end == styles.count || styles[end] != styles[start] {
            if start < styles.count, styles[start] != .text {
                lines.append("\(row),\(start)..\(end - 1) \(description(styles[start]))")
            }
            start = end
        }
        return lines
    }

    private static func description(_ style: Style) -> String {
        var words = [style.role.name]
        if let ground = style.ground { words += ["on", ground.name] }
        let attributes: [(Attributes, String)] = [
            (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
        ]
        words += attributes.filter { style.attributes.contains($0.0) }.map(\.1)
        return words.joined(separator: " ")
    }
}
